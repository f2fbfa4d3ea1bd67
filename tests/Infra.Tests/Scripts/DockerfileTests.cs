using System.Text.RegularExpressions;
using VideoGate.Infra.Tests.Compiler;
using VideoGate.Infra.Tests.SupplyChain;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Scripts;

public sealed partial class DockerfileTests
{
    private static readonly string Dockerfile = File.ReadAllText(Path.Combine(Repository.Root, "functions/Dockerfile"));

    // Programs whose names differ from their packages'.
    private static readonly Dictionary<string, string> Packages = new()
    {
        ["ffprobe"] = "ffmpeg",
        ["setpriv"] = "util-linux",
        ["prlimit"] = "util-linux",
        ["bwrap"] = "bubblewrap",
    };

    [Fact]
    public void Dockerfile_Linter_FindsNothing()
    {
        // Arrange
        const string Linter = ".local/tools/infra/node_modules/dockerfile-utils/bin/dockerfile-utils";
        Assert.SkipUnless(
            File.Exists(Path.Combine(Repository.Root, Linter)), "the linter is not installed; ./test.sh installs it from npm");

        // Act
        var (exitCode, output) = Bicep.Run(Repository.Root, "-c", $"node {Linter} lint functions/Dockerfile");

        // Assert
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void Image_HasTheProgramsThatTheCodeStarts()
    {
        // Act
        var started = SourcesUnder("functions", "labels/Pixels")
            .SelectMany(source => StartedProgram().Matches(source))
            .Select(match => match.Groups[1].Value + match.Groups[2].Value).Where(program => program is not "true").ToHashSet();

        // Assert
        Assert.Superset(new HashSet<string> { "ffmpeg", "setpriv", "prlimit", "bwrap" }, started);
        Assert.All(started,
            program => Assert.Matches($@"[ \n]{Regex.Escape(Packages.GetValueOrDefault(program, program))}[ \n]", Dockerfile));
    }

    [Fact]
    public void Image_HasTheModelsThatTheScriptsFetch()
    {
        // Arrange
        var list = LockFile.All.Single(file => file.IsForApp);
        var models = File.ReadLines(Path.Combine(list.Folder, "SHA256SUMS")).Select(line => line.Split("  ")[1]);

        // Assert
        Assert.Contains("COPY local/tools/models ./\nRUN npm ci --ignore-scripts", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("sha256sum --check --quiet ../SHA256SUMS", Dockerfile, StringComparison.Ordinal);
        Assert.All(models, model => Assert.Contains($"/models/assets/{model} ", Dockerfile, StringComparison.Ordinal));
    }

    [Fact]
    public void Image_IsBuiltFromMicrosoftsPackages_AndAnswersForItsHealth()
    {
        // Assert
        Assert.Contains("-warnaserror:NU1603", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("/sbom/dotnet.cdx.json", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("/sbom/debian.cdx.json", Dockerfile, StringComparison.Ordinal);
        Assert.Matches(@"HEALTHCHECK [\s\S]*http://127\.0\.0\.1/api/health", Dockerfile);
    }

    [Fact]
    public void Image_HasTheSettingsThatTheHostNeeds()
    {
        // Act
        var settings = Setting().Matches(Dockerfile).ToDictionary(setting => setting.Groups[1].Value, setting => setting.Groups[2].Value);

        // Assert: with CONTAINER_NAME the host assumes a consumption plan, and rejects host.json's functionTimeout.
        Assert.Equal("true", settings["AzureWebJobsDisableHomepage"]);
        Assert.NotEmpty(settings["WEBSITE_HOSTNAME"]);
        Assert.Matches("^[a-z0-9-]{1,32}$", settings["AzureFunctionsWebHost__hostid"]);
        Assert.DoesNotContain("CONTAINER_NAME", settings.Keys);
    }

    [Fact]
    public void Image_RunsTheHostInPlaceOfTheShell_SoThatSignalsReachIt() =>
        Assert.Matches(@"\nCMD \[(?:\\\n|[^\n])*; exec /azure-functions-host/Microsoft\.Azure\.WebJobs\.Script\.WebHost""\]\n$", Dockerfile);

    [Fact]
    public void BuildContext_HoldsWhatIsCopied_AndNothingElse()
    {
        // Arrange
        var kept = File.ReadLines(Path.Combine(Repository.Root, ".dockerignore")).Where(line => line.StartsWith('!'))
            .Select(line => line[1..]);

        // Act
        var copied = CopiedFromContext().Matches(Dockerfile).SelectMany(match => match.Groups[1].Value.Split(' ')[..^1]);

        // Assert
        Assert.Equal(copied.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    private static IEnumerable<string> SourcesUnder(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    [GeneratedRegex(@"(?:Decoder|Program|Find|ContainedProgram \w+ = new)\(""([a-z]+)""|string Program = ""([a-z]+)""")]
    private static partial Regex StartedProgram();

    [GeneratedRegex(@"^(?:ENV |    )(\w+)=(\S+)", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^COPY (?!--from)(.*)$", RegexOptions.Multiline)]
    private static partial Regex CopiedFromContext();
}
