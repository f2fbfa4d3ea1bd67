using AiLabels.Pixels.Visible.Recognition;

namespace AiLabels.Pixels.Tests.Visible.Recognition;

public sealed class ResamplingTests
{
    private static readonly byte[] Ramp = [0, 40, 80, 120, 160, 200, 240, 255];

    [Fact]
    public void Of_HalfTheSize_IsTheMeanOfPairs() =>
        Assert.Equal([20, 100, 180, 247.5f], Resampling.Of(Ramp, (8, 1), new(0, 0, 8, 1), 4, 1));

    [Fact]
    public void Of_TheSameSize_IsTheSame() =>
        Assert.Equal(Ramp.Select(sample => (float)sample), Resampling.Of(Ramp, (8, 1), new(0, 0, 8, 1), 8, 1));

    [Fact]
    public void Of_TwiceTheSize_LiesBetween() =>
        Assert.Equal([0, 10, 30, 40], Resampling.Of([0, 40], (2, 1), new(0, 0, 2, 1), 4, 1));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(7, 2)]
    [InlineData(64, 33)]
    public void Of_AnyPartOfAnEvenPlane_IsEven(int width, int height)
    {
        var random = new Random((width * 100) + height);
        var plane = Enumerable.Repeat((byte)77, width * height).ToArray();
        for (var round = 0; round < 100; round++)
        {
            var (x, y) = (random.NextSingle() * width, random.NextSingle() * height);
            var part = new Resampling.Part(x, y, random.NextSingle() * (width - x), random.NextSingle() * (height - y));

            var scaled = Resampling.Of(plane, (width, height), part, random.Next(1, 20), random.Next(1, 20));

            Assert.All(scaled, sample => Assert.Equal(77, sample, 0.01));
        }
    }
}
