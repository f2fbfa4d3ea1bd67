using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Cli.Tests;

/// <summary>The text output of <c>ailabels inspect</c> and <c>ailabels tree</c>.</summary>
public sealed class InspectTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Inspect_LabelledFile_ShowsVerdictPlaceClauseAndFields()
    {
        // Arrange
        var meta = Mp4.MetaWithKeys(("AIGC", Aigc.Generated));
        var file = Mp4.FileWith(meta);

        // Act
        var run = await CommandLine.RunAsync("inspect", _folder.Write("a.mp4", file));

        // Assert
        Assert.Contains("  verdict      confirmed", run.Output, StringComparison.Ordinal);
        Assert.Contains("moov/meta/ilst/AIGC at byte ", run.Output, StringComparison.Ordinal);
        Assert.Contains("GB 45438-2025 annex E\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("               Label: 1\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_Redirected_BreaksNoLineAndHasNoColour()
    {
        // Arrange
        var label = Aigc.Label("1", producer: new string('9', 500));

        // Act
        var run = await CommandLine.RunAsync("inspect", _folder.Write("a.mp4", Mp4.FileWith(Mp4.MetaWithKeys(("AIGC", label)))));

        // Assert
        Assert.Contains($"               ContentProducer: {new string('9', 500)}\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain(" \n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_LabelThatSteersTerminals_IsShownAsCodes()
    {
        // Arrange
        var label = Aigc.Label("1", producer: "\\u001b[2J[red]x[/]\\u202e");

        // Act
        var run = await CommandLine.RunAsync("inspect", _folder.Write("a\u001b[2J.mp4", Mp4.FileWith(Mp4.MetaWithKeys(("AIGC", label)))));

        // Assert
        Assert.Contains(@"a\u001B[2J.mp4", run.Output, StringComparison.Ordinal);
        Assert.Contains(@"ContentProducer: \u001B[2J[red]x[/]\u202E", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_SignedFileWithoutAnchors_SaysHowToGiveThem()
    {
        var run = await CommandLine.RunAsync("inspect", _folder.Write("a.mp4", SignedMp4.Build(new ManifestBuilder("urn:c2pa:test"))));

        Assert.Contains("credentials  intact, signer unverified", run.Output, StringComparison.Ordinal);
        Assert.Contains("--trust-anchors PEM", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_SignedFile_ShowsWhatItsSignersSayBesides()
    {
        var manifest = new ManifestBuilder("urn:c2pa:test") { GeneratorInfo = new() { ["specVersion"] = "2.4.0" } }
            .Action("c2pa.created")
            .Assertion("cawg.metadata", new Dictionary<object, object?> { ["dc:title"] = "A fox" })
            .Assertion("cawg.identity", new Dictionary<object, object?>
            {
                ["signer_payload"] = new Dictionary<object, object?> { ["sig_type"] = "com.example.card" },
            });

        var run = await CommandLine.RunAsync("inspect", _folder.Write("a.mp4", SignedMp4.Build(manifest)));

        Assert.Contains("by version 2.4.0 of the specification", run.Output, StringComparison.Ordinal);
        Assert.Contains("class ambiguousActions", run.Output, StringComparison.Ordinal);
        Assert.Contains("violates assertion.action.malformed: c2pa.created has no", run.Output, StringComparison.Ordinal);
        Assert.Contains("identity someone, by com.example.card, not verified", run.Output, StringComparison.Ordinal);
        Assert.Contains("dc:title: A fox", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_ConformingProductsThatAreNone_IsAUsageError()
    {
        var run = await CommandLine.RunAsync("inspect", "--conforming-products", _folder.Write("list.json", "{}"u8.ToArray()), "a.mp4");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("not the C2PA Conforming Products List", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_SeveralFiles_CountsThem()
    {
        var run = await CommandLine.RunAsync(
            "inspect", _folder.Write("a.mp4", Mp4.FileWith()), _folder.Write("b.mp4", Mp4.FileWith()), "missing.mp4");

        Assert.EndsWith("3 files: 2 notFound, 1 not read\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tree_File_ShowsOffsetLengthAndIndentedType()
    {
        // Arrange
        var file = Mp4.Concat(Mp4.Ftyp, Mp4.Mdat(), Mp4.Moov(Mp4.Box("\u001b[1m")));

        // Act
        var run = await CommandLine.RunAsync("tree", _folder.Write("a.mp4", file));

        // Assert
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("     0      32  ftyp  isom\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("   104     132  moov\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("   228       8    .[1m\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tree_MissingFile_SaysSo()
    {
        var run = await CommandLine.RunAsync("tree", "missing.mp4");

        Assert.Equal((1, "", "ailabels: missing.mp4: there is no such file; check the name\n"), (run.ExitCode, run.Output, run.Error));
    }

    public void Dispose() => _folder.Dispose();
}
