using AiLabels.Pixels.Visible.Recognition;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Tests.Visible.Recognition;

public sealed class ProbabilityMapTests
{
    [Fact]
    public void Words_OfTwoRegions_AreTwo_GrownToTheirLetters()
    {
        // Arrange
        var map = Map(64, 32, (new Box(4, 8, 20, 6), 0.9f), (new Box(36, 8, 20, 6), 0.8f));

        // Act
        var words = map.Words(128, 64);

        // Assert
        Assert.Equal([0.9, 0.8], words.Select(word => Math.Round(word.Score, 3)));
        // The core of 40 by 12 pixels grows by 1.6 times 480 / 104 to each side, within the frame.
        Assert.All(words, word => Assert.Equal(27, word.Box.Height, 1.0));
        Assert.All(words, word => Assert.InRange(word.Box.X, 0, 128 - word.Box.Width));
    }

    [Theory]
    [InlineData(20, 2, 0.9f)] // too thin
    [InlineData(3, 3, 0.9f)] // too small
    [InlineData(20, 6, 0.4f)] // too uncertain
    [InlineData(20, 6, 0.2f)] // nothing
    public void Words_OfSpecks_AreNone(int width, int height, float probability) =>
        Assert.Empty(Map(64, 32, (new Box(4, 8, width, height), probability)).Words(64, 32));

    [Fact]
    public void Words_AtTheCorners_StayWithinTheFrame()
    {
        var words = Map(32, 32, (new Box(0, 0, 12, 6), 1f), (new Box(20, 26, 12, 6), 1f)).Words(33, 31);

        Assert.Equal(2, words.Count);
        Assert.All(words, word => Assert.True(word.Box is { X: >= 0, Y: >= 0 } && word.Box.X + word.Box.Width <= 33
            && word.Box.Y + word.Box.Height <= 31));
    }

    [Fact]
    public void Words_OfAnyProbabilities_LieWithinTheFrame()
    {
        var random = new Random(1);
        for (var round = 0; round < 50; round++)
        {
            var (width, height) = (32 * random.Next(1, 4), 32 * random.Next(1, 4));
            var map = new ProbabilityMap([.. Enumerable.Range(0, width * height).Select(_ => random.NextSingle())], width, height);

            Assert.All(map.Words(100, 50), word => Assert.True(
                word.Box is { X: >= 0, Y: >= 0 } && word.Box.X + word.Box.Width <= 100 && word.Box.Y + word.Box.Height <= 50));
        }
    }

    private static ProbabilityMap Map(int width, int height, params (Box Box, float Probability)[] regions)
    {
        var samples = new float[width * height];
        foreach (var (box, probability) in regions)
        {
            for (var y = box.Y; y < box.Y + box.Height; y++)
            {
                samples.AsSpan((y * width) + box.X, box.Width).Fill(probability);
            }
        }

        return new(samples, width, height);
    }
}
