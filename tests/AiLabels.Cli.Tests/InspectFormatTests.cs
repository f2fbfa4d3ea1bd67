using AiLabels.Cli.Inspect;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests;

/// <summary><c>--format</c>, <c>--quiet</c> and <c>--fail-on</c> of <c>ailabels inspect</c>.</summary>
public sealed class InspectFormatTests : IDisposable
{
    private const string Header = "file,origin,generator,credentials,signer,findings,problems,length,bytesRead,error\r\n";

    private static readonly byte[] Plain = Mp4.FileWith();

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Inspect_Csv_HasAHeaderAndOneRowAFile()
    {
        // Arrange
        var labelled = WriteLabelled("a.mp4", "1");

        // Act
        var run = await CommandLine.RunAsync("inspect", "--format", "csv", labelled, "missing.mp4");

        // Assert
        var rows = run.Output.Split("\r\n");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(Header, run.Output, StringComparison.Ordinal);
        Assert.StartsWith($"{labelled},confirmed,", rows[1], StringComparison.Ordinal);
        Assert.Contains(",aigcLabel,", rows[1], StringComparison.Ordinal);
        Assert.Equal("missing.mp4,,,,,,,,,\"there is no such file; check the name\"", rows[2]);
        Assert.Equal(("", 4), (rows[^1], rows.Length));
    }

    [Theory]
    [InlineData("=1+1.mp4", "'=1+1.mp4")]
    [InlineData("@SUM(A1).mp4", "'@SUM(A1).mp4")]
    [InlineData("+1.mp4", "'+1.mp4")]
    [InlineData("-1.mp4", "'-1.mp4")]
    [InlineData(" =1.mp4", "' =1.mp4")]
    [InlineData("＝1.mp4", "'＝1.mp4")]
    [InlineData("a,\"b\".mp4", "\"a,\"\"b\"\".mp4\"")]
    [InlineData("a;b.mp4", "\"a;b.mp4\"")]
    [InlineData("a\u001b[2J\nb.mp4", @"a\u001B[2J\u000Ab.mp4")]
    public void Write_CsvOfAwkwardName_IsNoFormulaAndSteersNoTerminal(string name, string expected)
    {
        // Arrange
        var output = new StringWriter();

        // Act
        new CsvOutput(output).Write(new(name, null, new("gone", "wait")));

        // Assert
        Assert.Equal($"{Header}{expected},,,,,,,,,\"gone; wait\"\r\n", output.ToString());
    }

    [Fact]
    public async Task Inspect_TwoFormats_IsAUsageError()
    {
        // Act
        var run = await CommandLine.RunAsync("inspect", "--json", "--format", "csv", "a.mp4");

        // Assert
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("two formats", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_FormatJson_IsThatOfTheOldOption()
    {
        // Arrange
        var path = WriteLabelled("a.mp4", "1");

        // Act
        var run = await CommandLine.RunAsync("inspect", "--format", "json", path);

        // Assert
        Assert.Equal(await CommandLine.RunAsync("inspect", "--json", path), run);
    }

    [Fact]
    public async Task Inspect_Quiet_PrintsErrorsAlone()
    {
        // Arrange
        WriteLabelled("a.mp4", "1");
        _folder.Write("notes.txt");

        // Act
        var run = await CommandLine.RunAsync("inspect", "--quiet", _folder.Path, "missing.mp4");

        // Assert
        Assert.Equal(new(1, "", "ailabels: missing.mp4: there is no such file; check the name\n"), run);
    }

    [Fact]
    public async Task Inspect_Folder_SaysWhatItPassedOver()
    {
        // Arrange
        WriteLabelled("a.mp4", "1");
        var notes = _folder.Write("notes.txt");

        // Act
        var run = await CommandLine.RunAsync("inspect", "--json", _folder.Path);

        // Assert
        Assert.Equal((0, $"ailabels: passed over 1 entry named like no video: {notes}\n"), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("1", "confirmed", 3)]
    [InlineData("1", "suspected", 3)]
    [InlineData("2", "confirmed", 0)]
    [InlineData("2", "possible", 3)]
    [InlineData("3", "possible", 0)]
    [InlineData("3", "suspected", 3)]
    [InlineData(null, "suspected", 0)]
    public async Task Inspect_FailOn_ExitsByTheStrongestFile(string? label, string limit, int expected)
    {
        // Arrange
        var path = label is null ? _folder.Write("a.mp4", Plain) : WriteLabelled("a.mp4", label);

        // Act
        var run = await CommandLine.RunAsync("inspect", "--quiet", "--fail-on", limit, path, _folder.Write("b.mp4", Plain));

        // Assert
        Assert.Equal(new(expected, "", ""), run);
    }

    [Theory]
    [InlineData("suspected", 4)]
    [InlineData(null, 0)]
    public async Task Inspect_InconclusiveFile_IsToldFromOneThatSaysNothing(string? limit, int expected)
    {
        // Arrange
        var truncated = _folder.Write("a.mp4", Mp4.Concat(Mp4.Ftyp, Mp4.Claim(1000, "moov")));

        // Act
        var run = await CommandLine.RunAsync(
            ["inspect", "--quiet", .. limit is null ? Array.Empty<string>() : ["--fail-on", limit], truncated]);

        // Assert
        Assert.Equal(new(expected, "", ""), run);
    }

    [Fact]
    public async Task Inspect_FailOn_CountsMoreThanAFileThatCannotBeRead()
    {
        // Act
        var run = await CommandLine.RunAsync("inspect", "--quiet", "--fail-on", "suspected", "missing.mp4", WriteLabelled("a.mp4", "1"));

        // Assert
        Assert.Equal(3, run.ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private string WriteLabelled(string name, string label) =>
        _folder.Write(name, Mp4.FileWith(Mp4.MetaWithKeys(("AIGC", Aigc.Label(label)))));
}
