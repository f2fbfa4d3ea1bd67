namespace VideoGate.Infra.Tests.Scripts;

[Trait("Needs", "minutes")]
public sealed class DeployTests : IDisposable
{
    private const string Script = "deploy.sh";

    private static readonly string[] FirstTime =
        ["deploy all but app", "sign in to registry", "build", "push", "deploy app", "send events", "upload"];

    private readonly FakeCloud _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public async Task Deploy_FirstTime_DoesEverythingInOrderAndSaysSoBefore()
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal(FirstTime, _cloud.Changes);
        Assert.StartsWith("Deploying dev to the subscription \"Examples\", region westeurope:", output, StringComparison.Ordinal);
        Assert.Contains("The video ended published", output, StringComparison.Ordinal);
        Assert.Contains("https://gate.example/api/health", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploy_SecondTime_BuildsNothingAgain()
    {
        // Arrange
        await _cloud.RunAsync(Script, refuse: null, "dev");
        _cloud.Forget();

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal(["deploy app", "send events", "upload"], _cloud.Changes);
    }

    [Theory]
    [InlineData("account show", "az login", 0)]
    [InlineData("extension add", "az extension add --name containerapp", 0)]
    [InlineData("sub create", "what is there stays", 1)]
    [InlineData("acr login", "needs AcrPush", 2)]
    [InlineData("docker build", "docker build --file functions/Dockerfile", 3)]
    [InlineData("docker push", "needs AcrPush", 4)]
    [InlineData("image=gatedev", "what is there stays", 5)]
    [InlineData("keys show", "start again", 5)]
    [InlineData("group create", "The webhook must answer", 6)]
    [InlineData("get-access-token", "app role Uploader", 6)]
    [InlineData("api/uploads", "needs the role Uploader", 6)]
    [InlineData("--upload-file", "Storage Blob Delegator", 7)]
    public async Task Deploy_StepFails_StopsThereWithTheRemedy_AndGoesOnNextTime(string refused, string remedy, int changesTried)
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refused, "dev");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains(remedy, output, StringComparison.Ordinal);
        Assert.Equal(FirstTime.Take(changesTried), _cloud.Changes);

        // Act: the cause of the refusal has been fixed.
        var (secondCode, secondOutput) = await _cloud.RunAsync(Script, refuse: null, "dev");

        // Assert
        Assert.True(secondCode == 0, secondOutput);
    }

    [Fact]
    public async Task WhatIf_ChangesNothing()
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev", "--what-if");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Empty(_cloud.Changes);
        Assert.Contains(_cloud.Calls, call => call.StartsWith("az deployment sub what-if --name gate-dev", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deploy_Secrets_AreNeitherPrintedNorArguments()
    {
        // Act
        var (_, output) = await _cloud.RunAsync(Script, refuse: null, "dev");

        // Assert: in a private file instead.
        string[] secrets = ["a-secret-key", "a-token"];
        Assert.All(secrets,
            secret => Assert.DoesNotContain(_cloud.Calls.Append(output), text => text.Contains(secret, StringComparison.Ordinal)));
        Assert.Contains("\"webhookKey\": {\"value\": \"a-secret-key\"}", await File.ReadAllTextAsync(_cloud.PathOf("events.json")),
            StringComparison.Ordinal);
        Assert.Equal("600", (await File.ReadAllTextAsync(_cloud.PathOf("events.mode"))).Trim());
    }

    [Theory]
    [InlineData("prod", "yes", new[] { "lock" })]
    [InlineData("prod", "", new string[0])]
    [InlineData("dev", "yes", new string[0])]
    public async Task Deploy_AuditPolicy_IsLockedInProductionWhenAskedTo(string environment, string asked, string[] expected)
    {
        // Arrange
        _cloud.Environment["GATE_LOCK_AUDIT"] = asked;

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, environment);

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal(expected, _cloud.Changes.Where(change => change == "lock"));
    }

    [Fact]
    public async Task Deploy_AuditPolicyIsLocked_LeavesItAlone()
    {
        // Arrange
        _cloud.Environment["GATE_LOCK_AUDIT"] = "yes";
        await _cloud.RunAsync(Script, refuse: null, "prod");
        _cloud.Forget();

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "prod");

        // Assert
        Assert.True(exitCode == 0, output);
        var deployments = _cloud.Calls.Where(call => call.Contains("sub create", StringComparison.Ordinal));
        Assert.All(deployments, call => Assert.EndsWith("locked=true", call, StringComparison.Ordinal));
        Assert.DoesNotContain("lock", _cloud.Changes);
    }

    [Theory]
    [InlineData("which environment? There is: dev prod", "nowhere")]
    [InlineData("unknown option --force", "dev", "--force")]
    public async Task Deploy_WrongArguments_SaysWhatIsRight(string expected, params string[] arguments)
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, arguments);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Empty(_cloud.Calls);
    }

    [Theory]
    [InlineData("GATE_IDENTITY_AUTHORITY")]
    [InlineData("GATE_IDENTITY_AUDIENCE")]
    public async Task Deploy_WithoutAppRegistration_SaysHowToComeByOne(string setting)
    {
        // Arrange
        _cloud.Environment[setting] = "";

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains($"{setting} is not set. infra/README.md", output, StringComparison.Ordinal);
        Assert.Empty(_cloud.Changes);
    }

    [Theory]
    [InlineData(Script)]
    [InlineData("destroy.sh")]
    public async Task Help_Asked_SaysWhatTheScriptDoes(string script)
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(script, refuse: null, "--help");

        // Assert
        Assert.Equal(0, exitCode);
        Assert.StartsWith($"infra/{script} ENV", output, StringComparison.Ordinal);
        Assert.Empty(_cloud.Calls);
    }
}
