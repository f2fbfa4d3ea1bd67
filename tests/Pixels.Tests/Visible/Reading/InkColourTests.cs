using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Tests.Visible.Reading;

public sealed class InkColourTests
{
    private const byte Ink = 200;

    /// <summary>Ink, ground as bright in one picture, ground as bright in none.</summary>
    private static readonly IReadOnlyList<Primaries> Pictures = [Grey(Ink, Ink, 40), Grey(Ink + 2, 60, 40)];

    [Fact]
    public void Strength_OfWhatHasTheColourInEveryPicture_IsThatOfInk()
    {
        var colour = InkColour.Of(Pictures, strokes: new(3, 1, [255, 0, 0]), line: new Box(0, 0, 3, 1));

        Assert.Equal([255, 0, 0], colour.Strength(Pictures).Samples);
    }

    [Fact]
    public void Of_LineWithoutSureInk_IsStillAColour()
    {
        var colour = InkColour.Of(Pictures, strokes: new(3, 1, [0, 0, 0]), line: new Box(0, 0, 3, 1));

        Assert.True(colour.Far > colour.Near);
    }

    private static Primaries Grey(params byte[] samples)
    {
        var (plane, none) = (new Plane(3, 1, samples), new Plane(3, 1, [128, 128, 128]));
        return new(plane, plane, plane, none, none);
    }
}
