using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Tests.Visible.Detection;

public sealed class TopHatTests
{
    [Fact]
    public void Of_StrokeOnASlopeBesideAnArea_KeepsTheStrokeAlone()
    {
        // A gradient from dark to bright, a stroke 2 samples wide across it, and an area 20 wide.
        var plane = Painted(60, 20, static (x, _) => x is 10 or 11 ? 200 : x is >= 30 and < 50 ? 180 : x);

        var strokes = TopHat.Of(plane, 3);

        Assert.InRange(strokes.Row(10)[10], 180, 200);
        Assert.InRange(strokes.Row(10)[40], 0, 5);
        Assert.InRange(strokes.Row(10)[5], 0, 5);
    }

    private static Plane Painted(int width, int height, Func<int, int, int> sample) =>
        new(width, height, [.. Enumerable.Range(0, width * height).Select(at => (byte)sample(at % width, at / width))]);
}
