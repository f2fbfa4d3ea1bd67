using AiLabels.Pixels.Tests.Frames;
using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Tests.Visible.Reading;

public sealed class OutlinedInkTests
{
    private const int Width = 16, Height = 8;

    /// <summary>A stroke of two rows with an outline of one sample around it.</summary>
    private static readonly Box Stroke = new(4, 3, 8, 2), Outline = new(3, 2, 10, 4);

    [Fact]
    public void Of_OutlinesOnGroundOfTheColourOfInk_IsWhatTheyEnclose()
    {
        var letters = OutlinedInk.Of(Crop(static (x, y) => Holds(Outline, x, y) && !Holds(Stroke, x, y)), Seen);

        Assert.NotNull(letters);
        Assert.Equal(Plane(static (x, y) => Holds(Stroke, x, y)), letters.Strokes.Samples);
    }

    [Fact]
    public void Of_StrokesThatEncloseNothing_IsNull() => Assert.Null(OutlinedInk.Of(Crop(static (x, y) => Holds(Outline, x, y)), Seen));

    [Fact]
    public void Of_NoStrokes_IsNull() => Assert.Null(OutlinedInk.Of(Crop(static (_, _) => false), Seen));

    private static TextDetection Seen { get; } = new(
        [new Picture(Pictures.Of(
            static (x, y) => !Holds(Outline, x, y) || Holds(Stroke, x, y) ? byte.MaxValue : byte.MinValue, width: Width, height: Height))],
        Outline,
        Polarity.Dark);

    private static TextLineCrop Crop(Func<int, int, bool> isStroke)
    {
        var strokes = new Plane(Width, Height, Plane(isStroke));
        return new(strokes, strokes, new Box(0, 0, Width, Height), Outline, Outline, InkView.Luma, Polarity.Dark);
    }

    private static byte[] Plane(Func<int, int, bool> isBright) =>
        [.. Enumerable.Range(0, Width * Height).Select(at => isBright(at % Width, at / Width) ? byte.MaxValue : byte.MinValue)];

    private static bool Holds(Box box, int x, int y) => x >= box.X && x < box.Right && y >= box.Y && y < box.Bottom;
}
