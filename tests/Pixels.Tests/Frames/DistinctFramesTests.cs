using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Tests.Frames;

public sealed class DistinctFramesTests
{
    [Fact]
    public void Add_SamePictureWithNoise_IsNotDistinct()
    {
        var picture = Pictures.Of((x, y) => (byte)((x * 255 / Pictures.Width) ^ (y / 20 * 16)));
        var distinct = new DistinctFrames();

        Assert.True(distinct.Add(picture));
        Assert.All(Enumerable.Range(0, 20), seed => Assert.False(distinct.Add(Pictures.Noisy(picture, 12, seed))));
    }

    [Fact]
    public void Add_FlatPictureWithNoise_IsNotDistinct()
    {
        var distinct = new DistinctFrames();
        distinct.Add(Pictures.Flat(90));

        Assert.All(Enumerable.Range(0, 20), seed => Assert.False(distinct.Add(Pictures.Noisy(Pictures.Flat(90), 20, seed))));
    }

    [Fact]
    public void Add_FlatPicturesOfOtherColours_AreDistinct()
    {
        // The corners of the colour cube in BT.601, and greys: none has an edge.
        Frame[] cards =
        [
            Pictures.Flat(76, 85, 255), Pictures.Flat(29, 255, 107), Pictures.Flat(150, 44, 21), Pictures.Flat(226, 0, 149),
            Pictures.Flat(179, 171, 0), Pictures.Flat(105, 212, 235), Pictures.Flat(0), Pictures.Flat(128), Pictures.Flat(255),
        ];
        var distinct = new DistinctFrames();

        Assert.All(cards, card => Assert.True(distinct.Add(card)));
    }

    [Fact]
    public void Add_EveryPairOfStripedCards_IsDistinct()
    {
        // Three upright stripes: magenta, one of four colours, one of three greys.
        (byte Y, byte Cb, byte Cr)[] colours = [(76, 85, 255), (29, 255, 107), (226, 0, 149), (179, 171, 0)];
        (byte Y, byte Cb, byte Cr)[] greys = [(0, 128, 128), (128, 128, 128), (255, 128, 128)];
        var distinct = new DistinctFrames();

        Assert.All(
            from colour in colours from grey in greys select Card((105, 212, 235), colour, grey),
            card => Assert.True(distinct.Add(card)));
    }

    [Theory]
    [InlineData(40, 12)]
    [InlineData(16, 16)]
    public void Add_SmallThingAppears_IsDistinct(int width, int height)
    {
        var distinct = new DistinctFrames();
        distinct.Add(Pictures.Flat(60));

        Assert.True(distinct.Add(Pictures.Of((x, y) => (byte)(x < width && y < height ? 235 : 60))));
    }

    [Fact]
    public void Add_SlowFade_IsComparedWithThePictureThatStandsForIt()
    {
        // Arrange
        var distinct = new DistinctFrames();

        // Act
        var judged = Enumerable.Range(0, 100).Count(i => distinct.Add(Pictures.Flat((byte)(50 + i))));

        // Assert
        Assert.Equal(100 / 9.0, judged, 1.0);
    }

    [Fact]
    public void Groups_PictureComesBack_StandsForAllItsTimes()
    {
        var distinct = new DistinctFrames();
        foreach (var (seconds, luma) in new (double, byte)[] { (0, 50), (1, 50), (2, 200), (3, 50) })
        {
            distinct.Add(Pictures.Of((_, _) => luma, seconds: seconds));
        }

        Assert.Equal([0, 2], distinct.Groups.Select(group => group.Time.TotalSeconds));
        Assert.Equal([1, 3], distinct.Groups[0].StandsFor.Select(time => time.TotalSeconds));
        Assert.Empty(distinct.Groups[1].StandsFor);
    }

    [Fact]
    public void Add_PictureSmallerThanTheCells_IsCompared()
    {
        var distinct = new DistinctFrames();

        Assert.True(distinct.Add(new Frame(TimeSpan.Zero, 2, 2, new byte[4], new byte[1], new byte[1])));
        Assert.True(distinct.Add(new Frame(TimeSpan.Zero, 2, 2, new byte[] { 99, 99, 99, 99 }, new byte[1], new byte[1])));
    }

    private static Frame Card(params (byte Y, byte Cb, byte Cr)[] stripes) => Pictures.Of(
        (x, _) => stripes[Math.Min(2, x * 3 / Pictures.Width)].Y,
        (x, _) => stripes[Math.Min(2, x * 6 / Pictures.Width)].Cb,
        (x, _) => stripes[Math.Min(2, x * 6 / Pictures.Width)].Cr);
}
