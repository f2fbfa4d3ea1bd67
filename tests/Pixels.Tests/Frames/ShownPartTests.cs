using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Tests.Frames;

public sealed class ShownPartTests
{
    /// <summary>The upper left quarter and a bit more of the stored picture.</summary>
    private static readonly ShownPart Part = new(0, 0, 0.5, 0.75);

    [Theory]
    [InlineData(1, 0, 0, 1, 0, 0, 0.5, 0.75)]
    [InlineData(0, 1, -1, 0, 0.25, 0, 0.75, 0.5)] // a quarter clockwise: left becomes top, top becomes right
    [InlineData(0, -1, 1, 0, 0, 0.5, 0.75, 0.5)] // counterclockwise
    [InlineData(-1, 0, 0, -1, 0.5, 0.25, 0.5, 0.75)]
    [InlineData(-1, 0, 0, 1, 0.5, 0, 0.5, 0.75)] // mirrored
    public void Turned_QuarterTurn_IsTheSamePart(int a, int b, int c, int d, double x, double y, double width, double height)
    {
        var turned = Part.Turned(QuarterTurn.Nearest(a, b, c, d));

        Assert.Equal(x, turned.X, 9);
        Assert.Equal(y, turned.Y, 9);
        Assert.Equal(width, turned.Width, 9);
        Assert.Equal(height, turned.Height, 9);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(0.9, 0.1, -0.1, 0.9)]
    public void Nearest_NoQuarterTurn_IsNone(double a, double b, double c, double d) =>
        Assert.Equal(QuarterTurn.None, QuarterTurn.Nearest(a, b, c, d));
}
