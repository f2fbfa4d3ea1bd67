using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Tests.Visible.Detection;

public sealed class TextDetectionTests
{
    private static readonly Box Region = new(4, 2, 6, 4);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(32, 32)]
    [InlineData(33, 17)]
    [InlineData(150, 30)]
    public void Parts_OfManyPictures_AreNoMoreThanTellSomething(int pictures, int parts) => Assert.Equal(
        parts, new TextDetection([.. Pictures(pictures)], Region, Polarity.Bright).Parts(Region).Count);

    private static IEnumerable<Picture> Pictures(int count) => Enumerable.Range(0, count)
        .Select(static i => new Picture(Frames.Pictures.Of(static (x, _) => (byte)x, seconds: i / 5.0, width: 16, height: 8)));
}
