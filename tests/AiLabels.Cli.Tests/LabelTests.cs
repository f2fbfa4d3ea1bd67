using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests;

/// <summary><c>ailabels label</c>: writes a complete file or none, and overwrites only with permission.</summary>
public sealed class LabelTests : IDisposable
{
    private static readonly string[] Label = ["--label", "1", "--producer", "001191110108MACC4D63XF00000", "--content-id", "id-1"];

    private readonly TemporaryFolder _folder = new();

    private string Output => Path.Combine(_folder.Path, "out.mp4");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Label_Video_IsCopiedWithTheLabelAndSaysWhere()
    {
        // Arrange
        var input = _folder.Write("in.mp4", Mp4.FileWith());

        // Act
        var run = await CommandLine.RunAsync(["label", input, Output, .. Label]);

        // Assert
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("label 1 written to moov/udta/meta/ilst/AIGC at byte ", run.Output, StringComparison.Ordinal);
        Assert.Equal(Aigc.Generated, Assert.Single((await ReadAsync(Output)).Findings).Raw);
        Assert.Equal(Mp4.FileWith(), await File.ReadAllBytesAsync(input));
    }

    [Fact]
    public async Task Label_EveryField_IsWritten()
    {
        var input = _folder.Write("in.mp4", Mp4.FileWith());

        await CommandLine.RunAsync(
            ["label", input, Output, .. Label, "--propagator", "p", "--propagate-id", "q", "--reserved-code1", "r", "--reserved-code2",
                "s"]);

        var details = Assert.Single((await ReadAsync(Output)).Findings).Details;
        Assert.Equal(["p", "q", "r", "s"],
            ((string[])["ContentPropagator", "PropagateID", "ReservedCode1", "ReservedCode2"]).Select(name => details[name]));
    }

    [Fact]
    public async Task Label_LabelledVideo_IsReplacedOnlyWhenAskedFor()
    {
        var input = _folder.Write("in.mp4", Mp4.FileWith(Mp4.Udta(Mp4.MetaWithKeys(("AIGC", Aigc.Label("3"))))));

        var refused = await CommandLine.RunAsync(["label", input, Output, .. Label]);
        AssertRefused(refused, "carries an AIGC label");
        var replaced = await CommandLine.RunAsync(["label", input, Output, .. Label, "--replace"]);

        Assert.Equal(0, replaced.ExitCode);
        Assert.Contains("in place of another", replaced.Output, StringComparison.Ordinal);
        Assert.Equal(Aigc.Generated, Assert.Single((await ReadAsync(Output)).Findings).Raw);
    }

    [Fact]
    public async Task Label_ExistingOutput_IsOverwrittenOnlyWhenAskedFor()
    {
        var input = _folder.Write("in.mp4", Mp4.FileWith());
        _folder.Write("out.mp4", 1, 2, 3);

        var refused = await CommandLine.RunAsync(["label", input, Output, .. Label]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(3, new FileInfo(Output).Length);
        var forced = await CommandLine.RunAsync(["label", input, Output, .. Label, "--force"]);

        Assert.Equal(0, forced.ExitCode);
        Assert.Single((await ReadAsync(Output)).Findings);
    }

    [Fact]
    public async Task Label_InputAsOutput_IsRefusedWhateverItIsCalled()
    {
        var input = _folder.Write("in.mp4", Mp4.FileWith());
        var link = Path.Combine(_folder.Path, "link.mp4");
        File.CreateSymbolicLink(link, input);

        foreach (var output in new[] { input, link, Path.Combine(_folder.Path, ".", "in.mp4") })
        {
            var run = await CommandLine.RunAsync(["label", input, output, .. Label, "--force"]);

            Assert.Equal(1, run.ExitCode);
            Assert.Equal(Mp4.FileWith(), await File.ReadAllBytesAsync(input));
        }
    }

    [Theory]
    [InlineData("missing.mp4", "there is no such file")]
    [InlineData("damaged.mp4", "Repair the file first")]
    [InlineData("text.mp4", "not in a supported container format")]
    public async Task Label_FileThatCannotTakeIt_LeavesNothing(string name, string reason)
    {
        _folder.Write("damaged.mp4", Mp4.FileWith()[..^4]);
        _folder.Write("text.mp4", "no video"u8.ToArray());

        AssertRefused(await CommandLine.RunAsync(["label", Path.Combine(_folder.Path, name), Output, .. Label]), reason);
    }

    [Theory]
    [InlineData("4", "producer", "Label is '4'")]
    [InlineData("1", "a producer", "characters outside the set")]
    [InlineData("1", "001191110108MACC4D63XA00000", "check character")]
    public async Task Label_ValuesThatDoNotConform_AreWrongUsage(string label, string producer, string reason)
    {
        var run = await CommandLine.RunAsync("label", "in.mp4", Output, "--label", label, "--producer", producer, "--content-id", "id");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    private static Task<LabelReport> ReadAsync(string path) => Testing.Inspect.File(path);

    private void AssertRefused(CommandLine run, string reason)
    {
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(_folder.Path), file => Path.GetFileName(file).Contains("out.mp4", StringComparison.Ordinal));
    }
}
