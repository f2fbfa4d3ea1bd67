using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using VideoGate.Testing;

namespace AiLabels.Cli.Tests.Native;

/// <summary>The command as native code says what it says under the runtime.</summary>
[Trait("Needs", "minutes")]
public sealed class NativeTests : IClassFixture<NativeProgram>, IDisposable
{
    private readonly NativeProgram _native;
    private readonly TemporaryFolder _folder = new();
    private readonly Ffmpeg _ffmpeg = new();

    public NativeTests(NativeProgram native)
    {
        Assert.SkipWhen(NativeProgram.Missing is not null, NativeProgram.Missing ?? "");
        _native = native;
    }

    [Fact]
    public void Publish_ForThisPlatform_PrintsNoWarningAndLeavesNoManagedCode()
    {
        Assert.Equal(new(0, "", ""), _native.Published! with { Output = Trouble(_native.Published.Output) });
        Assert.Equal(
            ["ailabels", "ailabels.1", "libonnxruntime.so"],
            Directory.GetFiles(_native.Folder).Select(Path.GetFileName).Where(static name => !name!.EndsWith(".dbg", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData("inspect")]
    [InlineData("inspect", "--json")]
    [InlineData("inspect", "--format", "csv")]
    [InlineData("inspect", "--no-hash", "--fail-on", "possible")]
    public async Task Inspect_FilesOfEveryContainer_IsThatOfTheRuntime(params string[] command) =>
        await AssertSameAsync([.. command, .. Write()]);

    [Fact]
    public async Task Inspect_TrustedSigner_IsThatOfTheRuntime()
    {
        // Arrange
        var root = TestPki.Root();
        var signed = _folder.Write("trusted.mp4", SignedMp4.Build(new ManifestBuilder("urn:c2pa:test") { Signer = root.Signer() }));
        var anchors = _folder.Write("anchors.pem", System.Text.Encoding.ASCII.GetBytes(root.Certificate.ExportCertificatePem()));

        // Act
        var run = await AssertSameAsync(["inspect", "--json", signed, "--trust-anchors", anchors]);

        // Assert
        Assert.Contains("intact/trusted", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_Corpus_IsThatOfTheRuntime()
    {
        // Arrange
        Assert.SkipUnless(CorpusFolder.Rows.Count > 0, "The corpus is not here.");

        // Act
        var run = await AssertSameAsync(["inspect", "--json", .. CorpusFolder.Rows.Select(static row => CorpusFolder.PathOf(row.File))]);

        // Assert
        Assert.True(run.Output.Split('\n').Length > CorpusFolder.Rows.Count);
    }

    [Fact]
    public async Task Tree_FilesOfEveryContainer_IsThatOfTheRuntime()
    {
        foreach (var path in Write())
        {
            await AssertSameAsync(["tree", path]);
        }
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("--help")]
    [InlineData("inspect", "--help")]
    [InlineData("--version")]
    [InlineData("completion", "zsh")]
    [InlineData("complete", "--", "--f")]
    [InlineData("inpsect")]
    [InlineData("inspect", "--threads", "none", "a.mp4")]
    public async Task Run_WithoutAFile_IsThatOfTheRuntime(params string[] arguments) => await AssertSameAsync(arguments);

    [Fact]
    public async Task Label_File_IsThatOfTheRuntimeByteForByte()
    {
        // Arrange
        var (input, output) = (_folder.Write("in.mp4", Mp4.FileWith()), Path.Combine(_folder.Path, "out.mp4"));
        string[] arguments =
            ["label", input, output, "--force", "--label", "1", "--producer", "001191110108MACC4D63XF00000", "--content-id", "4711"];
        await CommandLine.RunProcessAsync("dotnet", [CommandLine.Assembly, .. arguments]);
        var expected = await File.ReadAllBytesAsync(output);

        // Act
        await AssertSameAsync(arguments);

        // Assert
        Assert.Equal(expected, await File.ReadAllBytesAsync(output));
    }

    [Fact]
    public async Task Inspect_PicturesAndAudio_IsThatOfTheRuntime()
    {
        // Arrange
        var path = await _ffmpeg.RunAsync(
            "labelled.mp4",
            "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=10:duration=3", "-f", "lavfi", "-i", "sine=frequency=800:duration=3",
            "-vf", "drawtext=text=AI-generated:fontsize=36:x=w-tw-24:y=h-th-24:fontcolor=white:box=1:boxcolor=black:boxborderw=10",
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");

        // Act
        var run = await AssertSameAsync(["inspect", "--pixels", "--audio", path]);

        // Assert
        Assert.Contains("AI-generated: explicit label", run.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _ffmpeg.Dispose();
    }

    /// <returns>What both printed.</returns>
    private async Task<CommandLine> AssertSameAsync(string[] arguments)
    {
        var expected = await CommandLine.RunProcessAsync("dotnet", [CommandLine.Assembly, .. arguments]);
        var run = await CommandLine.RunProcessAsync(_native.Path, arguments);
        Assert.Equal(expected, run);
        return run;
    }

    private string[] Write() =>
    [
        _folder.Write("labelled.mp4", Mp4.FileWith(Mp4.MetaWithKeys(("AIGC", Aigc.Generated), ("encoder", "Lavf59.27.100")))),
        _folder.Write("signed.mp4", SignedMp4.Build(new ManifestBuilder("urn:c2pa:test").Action("c2pa.created"))),
        _folder.Write("store.c2pa", Jumbf.Store(new ManifestBuilder("urn:c2pa:test").Build())),
        _folder.Write("plain.avi", Avi.FileWith(Avi.Header, Avi.Movi)),
        _folder.Write("truncated.mp4", Mp4.Concat(Mp4.Ftyp, Mp4.Claim(1000, "moov"))),
        _folder.Write("letter.mp4", "dear reader"u8.ToArray()),
        Path.Combine(_folder.Path, "missing.mp4"),
    ];

    /// <summary>Lines that are neither empty nor the path of what was built.</summary>
    private static string Trouble(string output) => string.Join(
        '\n', output.Split('\n').Where(static line => line.Contains("warning", StringComparison.OrdinalIgnoreCase) || line.Contains("error", StringComparison.OrdinalIgnoreCase)));
}
