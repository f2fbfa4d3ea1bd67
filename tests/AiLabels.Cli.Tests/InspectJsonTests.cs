using System.Text;
using System.Text.Json.Nodes;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Cli.Tests;

/// <summary><c>ailabels inspect --json</c>: the contract for scripts.</summary>
public sealed class InspectJsonTests : IDisposable
{
    private static readonly byte[] Labelled = Mp4.FileWith(Mp4.MetaWithKeys(("AIGC", Aigc.Generated)));
    private static readonly byte[] Plain = Mp4.FileWith();

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Inspect_LabelledFile_HasEveryFieldThatScriptsRelyOn()
    {
        var path = _folder.Write("a.mp4", Labelled);

        var run = await CommandLine.RunAsync("inspect", path, "--json");
        var line = JsonNode.Parse(run.Output)!;

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            ["file", "origin", "generator", "credentials", "findings", "problems", "bytesRead", "length", "container", "credentialDetails",
                "schemaVersion"],
            line.AsObject().Select(static member => member.Key));
        Assert.Equal((path, "confirmed", "none"), ((string?)line["file"], (string?)line["origin"], (string?)line["credentials"]));
        Assert.Equal("moov/meta/ilst/AIGC", (string?)line["findings"]![0]!["source"]!["path"]);
        Assert.Equal(Labelled.Length, (int)line["length"]!);
    }

    [Fact]
    public async Task Inspect_SignedFile_SaysWhatTheLibraryWrites()
    {
        // Arrange
        var path = _folder.Write("a.mp4", SignedMp4.Build(new ManifestBuilder("urn:c2pa:test").Action("c2pa.created")));

        // Act
        var line = JsonNode.Parse((await CommandLine.RunAsync("inspect", path, "--json")).Output)!.AsObject();

        // Assert
        var report = JsonNode.Parse((await LabelReader.ReadAsync(path)).ToJson())!.AsObject();
        Assert.All(
            report,
            member => Assert.Equal(member.Value?.ToJsonString(), line[member.Key == "credentials" ? "credentialDetails" : member.Key]?.ToJsonString()));
        Assert.Equal(report.Count + 3, line.Count);
    }

    [Fact]
    public async Task Inspect_PlainFile_HasANullGenerator() =>
        Assert.Contains("\"generator\":null", (await CommandLine.RunAsync("inspect", "--json", _folder.Write("a.mp4", Plain))).Output,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("视频 \"引号\".mp4")]
    [InlineData("😀.mp4")]
    [InlineData("a\u001b[31m\u009b.mp4")]
    [InlineData("line\nbreak.mp4")]
    public async Task Inspect_AwkwardName_SurvivesAndSteersNoTerminal(string name)
    {
        // Arrange
        var path = _folder.Write(name, Plain);

        // Act
        var run = await CommandLine.RunAsync("inspect", path, "--json");

        // Assert
        Assert.Equal(path, (string?)JsonNode.Parse(run.Output)!["file"]);
        Assert.EndsWith("}\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output[..^1], char.IsControl);
    }

    [Theory]
    [InlineData(null, "intact/unverified")]
    [InlineData("--no-hash", "unverified/unverified")]
    public async Task Inspect_SignedFileWithoutAnchors_SignerIsUnverified(string? option, string expected)
    {
        // Arrange
        var path = _folder.Write("a.mp4", SignedMp4.Build(new ManifestBuilder("urn:c2pa:test")));

        // Act
        var run = await CommandLine.RunAsync(["inspect", "--json", path, .. option is null ? Array.Empty<string>() : [option]]);

        // Assert
        Assert.Equal(expected, (string?)JsonNode.Parse(run.Output)!["credentials"]);
    }

    [Fact]
    public async Task Inspect_SignedFileWithItsAnchor_SignerIsTrusted()
    {
        // Arrange
        var root = TestPki.Root();
        var signed = _folder.Write("a.mp4", SignedMp4.Build(new ManifestBuilder("urn:c2pa:test") { Signer = root.Signer() }));
        var anchors = _folder.Write("anchors.pem", Encoding.ASCII.GetBytes(root.Certificate.ExportCertificatePem()));

        // Act
        var run = await CommandLine.RunAsync("inspect", "--json", signed, "--trust-anchors", anchors);

        // Assert
        Assert.Equal("intact/trusted", (string?)JsonNode.Parse(run.Output)!["credentials"]);
    }

    [Fact]
    public async Task Inspect_MissingFile_NamesItAndReadsTheOthers()
    {
        var missing = Path.Combine(_folder.Path, "missing.mp4");

        var run = await CommandLine.RunAsync("inspect", "--json", missing, _folder.Write("a.mp4", Plain));
        var lines = run.Output.TrimEnd().Split('\n').Select(static line => JsonNode.Parse(line)!).ToList();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal((missing, "there is no such file; check the name"), ((string?)lines[0]["file"], (string?)lines[0]["error"]));
        Assert.Equal("notFound", (string?)lines[1]["origin"]);
        Assert.Equal($"ailabels: {missing}: there is no such file; check the name\n", run.Error);
    }

    [Fact]
    public async Task Inspect_ManyFilesOnManyThreads_KeepsTheOrder()
    {
        // Arrange
        var paths = Enumerable.Range(0, 300).Select(i => _folder.Write($"{i:000}.mp4", i % 7 == 0 ? Labelled : Plain)).ToList();

        // Act
        var run = await CommandLine.RunAsync("inspect", "--json", "--threads", "8", _folder.Path);

        // Assert
        Assert.Equal(paths, run.Output.TrimEnd().Split('\n').Select(static line => (string?)JsonNode.Parse(line)!["file"]));
    }

    [Theory]
    [InlineData("--trust-anchors", "missing.pem", "there is no such file")]
    [InlineData("--tsa-anchors", "empty.pem", "no readable certificate")]
    [InlineData("--threads", "0", "from 1 to 256")]
    [InlineData("--max-time", "soon", "from 1 to 86400")]
    public async Task Inspect_WrongOptionValue_SaysWhy(string option, string value, string reason)
    {
        // Arrange
        _folder.Write("empty.pem");
        var argument = value.EndsWith(".pem", StringComparison.Ordinal) ? Path.Combine(_folder.Path, value) : value;

        // Act
        var run = await CommandLine.RunAsync("inspect", _folder.Write("a.mp4", Plain), option, argument);

        // Assert
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
