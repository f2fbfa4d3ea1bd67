using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Tracking;

namespace AiLabels.Pixels.Tests.Visible.Tracking;

public sealed class DriftSearchTests
{
    private const double PicturesPerSecond = 5;

    [Theory]
    [InlineData(640, 360, 40)]
    [InlineData(640, 360, -120)]
    [InlineData(720, 1280, 210)]
    public void Of_BarsOverStandingNoise_IsTheirSpeed(int width, int height, double speed)
    {
        var pictures = Pictures(width, height, count: 12, speed);

        var drift = Assert.Single(DriftSearch.Of(pictures));

        Assert.InRange(drift, speed - 4, speed + 4);
    }

    [Fact]
    public void Of_BarsThatStandStill_IsNothing() => Assert.Empty(DriftSearch.Of(Pictures(640, 360, count: 12, speed: 0)));

    [Fact]
    public void Of_PictureThatMovesAsAWhole_IsNothing()
    {
        var pictures =
            Enumerable.Range(0, 12).Select(i => Picture(640, 360, i, (x, y) => Sample(((x + (20 * i)) / 6 * 7919) + (y / 6 * 104729))))
                .ToList();

        Assert.Empty(DriftSearch.Of(pictures));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 640)]
    [InlineData(640, 2)]
    [InlineData(34, 18)]
    public void Of_SmallPictures_IsNothing(int width, int height) =>
        Assert.Empty(DriftSearch.Of(Pictures(width, height, count: 12, speed: 20)));

    /// <summary>A band of bars as wide as strokes of letters, over faint noise.</summary>
    private static List<Picture> Pictures(int width, int height, int count, double speed)
    {
        var stroke = Math.Max(1, Math.Min(width, height) / 120);
        return [.. Enumerable.Range(0, count).Select(i => Picture(width, height, i, (x, y) => SampleOf(x, y, i)))];

        byte SampleOf(int x, int y, int number)
        {
            var along = (int)Math.Floor((x - (width / 3) - (speed * number / PicturesPerSecond)) / stroke);
            return y >= height / 4 && y < (height / 4) + (10 * stroke) && along is >= 0 and < 60 && Sample(along * 7919) > 128
                ? (byte)240
                : (byte)(Sample((x / 3 * 31) + (y / 3 * 17)) / 16);
        }
    }

    private static Picture Picture(int width, int height, int number, Func<int, int, byte> sample) =>
        new AiLabels.Pixels.Visible.Detection.Picture(
            Frames.Pictures.Of(sample, seconds: number / PicturesPerSecond, width: width, height: height));

    /// <summary>The same for equal numbers, and unlike its neighbours.</summary>
    private static byte Sample(int number) => (byte)(unchecked((uint)number * 2654435761u) >> 24);
}
