using Spectre.Console;

namespace VideoGate.Local.Samples.Tests;

public sealed class ReportTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(59)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    [InlineData(400)]
    public void Of_AnyWidth_FitsIt(int width)
    {
        // Arrange
        Run[] runs = [new(new Sample("/videos/a.mp4")), new(new Sample("/videos/人工智能生成的视频文件名称很长很长很长很长很长很长很长很长.mp4"))];

        // Act
        var lines = Rendered(runs, width);

        // Assert
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().GetCellWidth(), 0, width));
        Assert.Contains(lines, line => line.Contains("a.mp4", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_TwoHundredColumns_HasEveryColumn() =>
        Assert.All(
            ["file", "origin", "generator", "on screen", "safety", "decision", "where", "took"],
            heading => Assert.Contains(heading, string.Concat(Rendered([new(new Sample("a.mp4"))], 200)), StringComparison.Ordinal));

    [Fact]
    public void Line_EscapeSequenceInAName_IsNotPrinted() =>
        Assert.DoesNotContain('\u001b', Report.Line(new(new Sample("a\u001b[31m.mp4")), "; "));

    private static string[] Rendered(IReadOnlyList<Run> runs, int width)
    {
        using var writer = new StringWriter();
        var console =
            AnsiConsole.Create(
                new AnsiConsoleSettings
                {
                    Ansi = AnsiSupport.No,
                    ColorSystem = ColorSystemSupport.NoColors,
                    Out = new AnsiConsoleOutput(writer)
                });
        console.Profile.Width = width;
        console.Write(Report.Of(runs, width));
        return writer.ToString().Split('\n');
    }
}
