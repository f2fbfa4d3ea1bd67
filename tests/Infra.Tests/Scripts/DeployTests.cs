using VideoGate.Infra.Tests.Compiler;

namespace VideoGate.Infra.Tests.Scripts;

[Trait("Needs", "minutes")]
public sealed class DeployTests : IDisposable
{
    private const string Script = "deploy.sh";

    private static readonly string[] FirstTime = ["deploy foundation", "build", "deploy", "send events", "upload"];

    private readonly FakeCloud _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [BicepFact]
    public async Task Deploy_FirstTime_DoesEverythingInOrderAndSaysSoBefore()
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal(FirstTime, _cloud.Changes);
        Assert.StartsWith(
            "Deploying dev to the subscription \"Examples\", region westeurope, group rg-gate-dev-westeurope:", output,
            StringComparison.Ordinal);
        Assert.Contains("The upload was refused, as it should be", output, StringComparison.Ordinal);
        Assert.Contains("https://gate.example/api/health", output, StringComparison.Ordinal);
    }

    [BicepFact]
    public async Task Deploy_UploadAtItsEnd_LeavesNoVideoBehind()
    {
        // Act
        await _cloud.RunAsync(Script, refuse: null, "prod", "--yes");

        // Assert
        Assert.Contains("upload", _cloud.Changes);
        Assert.False(_cloud.LeftAVideoBehind);
    }

    [BicepTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Deploy_SecondTime_BuildsNothingAgain_AndKeepsKeysAndBudget(string environment)
    {
        // Arrange
        await _cloud.RunAsync(Script, refuse: null, environment, "--yes");
        var secrets = _cloud.State.GetProperty("secrets").GetRawText();
        _cloud.Forget();

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, environment, "--yes");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal(["deploy foundation", "deploy", "send events", "upload"], _cloud.Changes);
        Assert.Equal(secrets, _cloud.State.GetProperty("secrets").GetRawText());
    }

    /// <remarks>Azure refuses to change the first month of a budget.</remarks>
    [BicepFact]
    public async Task Deploy_InAnotherMonth_LeavesTheStartOfTheBudget()
    {
        // Arrange
        await _cloud.RunAsync(Script, refuse: null, "dev");
        var path = _cloud.PathOf("cloud.json");
        var month = DateTime.UtcNow.ToString("yyyy-MM-01", System.Globalization.CultureInfo.InvariantCulture);
        File.WriteAllText(path, File.ReadAllText(path).Replace($"\"{month}\"", "\"2026-01-01\"", StringComparison.Ordinal));

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev");

        // Assert
        Assert.True(exitCode == 0, output);
    }

    [BicepTheory]
    [InlineData("account show", "az login", 0)]
    [InlineData("group exists", "az group exists", 0)]
    [InlineData("foundation.bicepparam", "what is there stays", 1)]
    [InlineData("acr list", "az acr list", 1)]
    [InlineData("keyvault list-deleted", "az keyvault list-deleted", 1)]
    [InlineData("acr build", "az acr task logs", 2)]
    [InlineData("dev.bicepparam", "what is there stays", 3)]
    [InlineData("deployment sub show", "az deployment sub show", 3)]
    [InlineData("api/health", "does not answer 200", 3)]
    [InlineData("--name events", "The webhook must answer", 4)]
    [InlineData("get-access-token", "app role Uploader", 4)]
    [InlineData("--data", "needs the role Uploader", 4)]
    [InlineData("--upload-file", "Storage Blob Delegator", 5)]
    [InlineData("uploads/an-upload", "nothing-processed", 5)]
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

    [BicepTheory]
    [InlineData("Microsoft.KeyVault/vaults")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices/containers")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies")]
    [InlineData("Microsoft.App/containerApps")]
    [InlineData("Microsoft.Consumption/budgets")]
    public async Task Deploy_DeploymentFailsHalfDone_IsRepeatable(string failing)
    {
        // Arrange
        _cloud.Environment["FAKE_FAILS_AT"] = failing;
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "prod", "--yes");
        Assert.Equal(1, exitCode);
        Assert.Contains($"/{failing.Split('/')[^1]}/", output, StringComparison.Ordinal);

        // Act
        _cloud.Environment["FAKE_FAILS_AT"] = "";
        var (secondCode, secondOutput) = await _cloud.RunAsync(Script, refuse: null, "prod", "--yes");

        // Assert
        Assert.True(secondCode == 0, secondOutput);
    }

    /// <remarks>A failed deployment has no outputs: what is locked is asked of the account.</remarks>
    [BicepFact]
    public async Task Deploy_LockedAudit_FailedDeployment_IsRepeatable()
    {
        // Arrange
        _cloud.Environment["GATE_LOCK_AUDIT"] = "yes";
        await _cloud.RunAsync(Script, refuse: null, "prod", "--yes");
        _cloud.Environment["FAKE_FAILS_AT"] = "Microsoft.App/containerApps";
        await _cloud.RunAsync(Script, refuse: null, "prod", "--yes");
        _cloud.Environment["FAKE_FAILS_AT"] = "";
        _cloud.Forget();

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "prod", "--yes");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Contains("The audit policy is locked", output, StringComparison.Ordinal);
        Assert.DoesNotContain("lock", _cloud.Changes);
    }

    [BicepTheory]
    [InlineData("GATE_LOCATION", "swedencentral", "rg-gate-dev-swedencentral")]
    [InlineData("GATE_NAME", "wacht", "rg-wacht-dev-westeurope")]
    public async Task Deploy_OtherNameOrLocation_IsAnotherEnvironment(string setting, string value, string group)
    {
        // Arrange
        await _cloud.RunAsync(Script, refuse: null, "dev");
        _cloud.Environment[setting] = value;
        _cloud.Forget();

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal(["rg-gate-dev-westeurope", group], _cloud.Groups);
        Assert.Contains("deploy", _cloud.Changes);
    }

    [BicepFact]
    public async Task WhatIf_NothingIsThere_ShowsEverything_AndChangesNothing()
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "prod", "--what-if");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Empty(_cloud.Changes);
        Assert.Contains("Microsoft.App/containerApps/ca-gate-prod", output, StringComparison.Ordinal);
    }

    [BicepFact]
    public async Task Deploy_Delivery_TakesTheImageOfAnotherRegistry_AndNamesItsDigest()
    {
        // Arrange
        _cloud.Environment["GATE_IMAGE_SOURCE"] = "gatedevabcdef.azurecr.io";
        _cloud.Environment["GITHUB_OUTPUT"] = _cloud.PathOf("outputs");

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "prod", "--yes");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal(["deploy foundation", "import", "deploy", "send events", "upload"], _cloud.Changes);
        Assert.Matches(
            "^image=gateprod[a-z0-9]{6}[.]azurecr[.]io/videogate\ndigest=sha256:[0-9a-f]{64}\n$",
            await File.ReadAllTextAsync(_cloud.PathOf("outputs")));
    }

    [BicepTheory]
    [InlineData("rg-gate-prod-westeurope\n", 0)]
    [InlineData("yes\n", 1)]
    [InlineData("", 1)]
    public async Task Deploy_Production_AsksFirst(string typed, int expected)
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, typed, ["prod"]);

        // Assert
        Assert.Equal(expected, exitCode);
        Assert.Equal(expected == 0, _cloud.Changes.Any());
        Assert.Equal(expected == 1, output.Contains("nothing was changed", StringComparison.Ordinal));
    }

    [BicepFact]
    public async Task Deploy_Secrets_AreNeitherPrintedNorArguments()
    {
        // Act
        var (_, output) = await _cloud.RunAsync(Script, refuse: null, "dev");
        var secrets = _cloud.State.GetProperty("secrets").EnumerateObject().Select(secret => secret.Value.GetString()!).Append("a-token");

        // Assert
        Assert.Equal(5, secrets.Count());
        Assert.All(secrets,
            secret => Assert.DoesNotContain(_cloud.Calls.Append(output), text => text.Contains(secret, StringComparison.Ordinal)));
    }

    [BicepTheory]
    [InlineData("prod", "yes", new[] { "lock" })]
    [InlineData("prod", "", new string[0])]
    [InlineData("dev", "yes", new string[0])]
    public async Task Deploy_AuditPolicy_IsLockedInProductionWhenAskedTo(string environment, string asked, string[] expected)
    {
        // Arrange
        _cloud.Environment["GATE_LOCK_AUDIT"] = asked;

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, environment, "--yes");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal(expected, _cloud.Changes.Where(change => change == "lock"));
    }

    [Theory]
    [InlineData("which environment? There is: dev prod", "nowhere")]
    [InlineData("which environment? There is: dev prod", "events")]
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
    [InlineData(Script, " ENV")]
    [InlineData("destroy.sh", " ENV")]
    [InlineData("secret.sh", " ENV")]
    [InlineData("cost.sh", " VIDEOS")]
    public async Task Help_Asked_SaysWhatTheScriptDoes(string script, string argument)
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(script, refuse: null, "--help");

        // Assert
        Assert.Equal(0, exitCode);
        Assert.StartsWith($"infra/{script}{argument}", output, StringComparison.Ordinal);
        Assert.Empty(_cloud.Calls);
    }
}
