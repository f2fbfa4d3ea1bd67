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
    public void Parts_OfManyPictures_AreNoMoreThanTellSomething(int pictures, int parts) =>
        Assert.Equal(parts, Detection(pictures, drift: 0).Parts(Region).Count);

    [Fact]
    public void Parts_OfWhatDriftsOut_AreOfThePicturesThatHoldIt()
    {
        // 10 pixels per second, and 6 left to the border: it is whole in the pictures at 0.0, 0.2, 0.4 and 0.6 s.
        var parts = Detection(pictures: 10, drift: 10).Parts(Region);

        Assert.Equal([4, 6, 8, 10], parts.Select(static part => (int)part.Luma.Samples[0]));
    }

    [Fact]
    public void Over_EarlierPictures_IsWhereItWasThen()
    {
        // Arrange
        var detection = Detection(pictures: 2, drift: 10);

        // Act
        var earlier = detection.Over([.. Pictures(1, from: -0.2)]);

        // Assert
        Assert.Equal(Region with { X = 2 }, earlier.Box);
        Assert.True(earlier.IsSameAs(detection));
    }

    private static TextDetection Detection(int pictures, double drift) =>
        new([.. Pictures(pictures)], Region, Polarity.Bright, Threshold: 110, drift);

    /// <summary>Every sample is the number of its column.</summary>
    private static IEnumerable<Picture> Pictures(int count, double from = 0) => Enumerable.Range(0, count)
        .Select(i => new Picture(Frames.Pictures.Of(static (x, _) => (byte)x, seconds: from + (i / 5.0), width: 16, height: 8)));
}
