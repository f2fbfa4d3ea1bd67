using AiLabels.Pixels.Visible.Recognition;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Tests.Visible.Recognition;

public sealed class TextRegionTests
{
    [Theory]
    [InlineData(100, 10, 30, 1)] // words of one line
    [InlineData(100, 14, 16, 1)] // a comma, or a letter of small ones
    [InlineData(150, 10, 30, 2)] // too far
    [InlineData(100, 45, 30, 2)] // the line below
    [InlineData(100, 10, 8, 2)] // another text, much smaller
    public void Joined_TwoRegions_AreOneLineIfTheyContinue(int x, int y, int height, int lines)
    {
        var joined = TextRegion.Joined([new(new Box(x, y, 60, height), 0.8), new(new Box(20, 10, 60, 30), 0.9)]);

        Assert.Equal(lines, joined.Count);
        Assert.Equal(0.9, joined[0].Score);
    }

    [Fact]
    public void Joined_TextFromTopToBottom_StaysAlone() => Assert.Equal(
        2, TextRegion.Joined([new(new Box(20, 10, 30, 200), 0.9), new(new Box(52, 10, 60, 30), 0.9)]).Count);
}
