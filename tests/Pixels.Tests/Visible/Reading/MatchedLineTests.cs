using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Tests.Visible.Reading;

public sealed class MatchedLineTests
{
    private static readonly MatchedLine Label = Line(width: 200, confidence: 0.9);

    [Theory]
    [InlineData(300, 0.9, true)]
    [InlineData(300, 0.7, true)]
    [InlineData(300, 0.5, false)]
    [InlineData(210, 0.9, false)]
    public void ShowsMoreThan_AnotherReading_IsLongerAndAboutAsSure(int width, double confidence, bool expected) =>
        Assert.Equal(expected, Line(width, confidence).ShowsMoreThan(Label));

    private static MatchedLine Line(int width, double confidence)
    {
        var (box, plane) = (new Box(0, 0, width, 20), new Plane(width, 20, new byte[width * 20]));
        return new(new("", confidence), null, new TextLineCrop(plane, plane, box, box, box, 0, Polarity.Bright, default));
    }
}
