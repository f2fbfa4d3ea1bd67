using AiLabels.Pixels.Tests.Frames;
using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Tracking;

namespace AiLabels.Pixels.Tests.Visible.Tracking;

public sealed class TimelineTests
{
    [Theory]
    [InlineData("11111", 0, 0.8, 1.0)]
    [InlineData("11000", 0, 0.2, 0.3)]
    [InlineData("00011", 0.6, 0.8, 0.5)]
    [InlineData("01110", 0.2, 0.6, 0.6)]
    [InlineData("10001", 0, 0.8, 0.4)]
    public void Of_PicturesAFifthOfASecondApart_CountsHalfTheWayToThoseThatLackIt(string seen, double first, double last, double shown)
    {
        // Arrange
        var pictures = seen.Select((_, at) => new Picture(Pictures.Of((_, _) => 0, seconds: at / 5.0, width: 2, height: 2))).ToList();

        // Act
        var timeline = Timeline.Of(pictures, [.. seen.Select(static flag => flag == '1')], TimeSpan.FromSeconds(1));

        // Assert
        Assert.Equal(first, timeline.First.TotalSeconds, 3);
        Assert.Equal(last, timeline.Last.TotalSeconds, 3);
        Assert.Equal(shown, timeline.Shown.TotalSeconds, 3);
    }
}
