using AiLabels.Pixels.Burning;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Tests.Burning;

public sealed class FreeCornerTests
{
    private static readonly Box TopLeft = new(30, 20, 60, 30);
    private static readonly Box TopRight = new(1150, 20, 100, 60);
    private static readonly Box BottomLeft = new(40, 600, 200, 80);
    private static readonly Box BottomRight = new(1100, 640, 150, 50);

    [Fact]
    public void For_NothingSeen_IsTheFirst()
    {
        Assert.Equal(LabelCorner.TopLeft, Find());
        Assert.Equal(LabelCorner.TopLeft, FreeCorner.For(LabelText.Chinese, new(), new()));
    }

    [Fact]
    public void For_MarksInCorners_IsTheCornerWithout()
    {
        Assert.Equal(LabelCorner.TopRight, Find(TopLeft));
        Assert.Equal(LabelCorner.BottomLeft, Find(TopLeft, TopRight));
        Assert.Equal(LabelCorner.BottomRight, Find(TopLeft, TopRight, BottomLeft));
    }

    [Fact]
    public void For_MarksEverywhere_CoversTheLeast() => Assert.Equal(LabelCorner.TopLeft, Find(TopLeft, TopRight, BottomLeft, BottomRight));

    private static LabelCorner Find(params Box[] boxes) =>
        FreeCorner.For(LabelText.Chinese, new() { Width = 1280, Height = 720, Labels = [.. boxes.Select(Mark)] }, new());

    private static VisibleLabel Mark(Box box) => new()
    {
        Kind = VisibleLabelKind.VendorTrace,
        Text = "mark",
        Phrase = "mark",
        Box = box,
        GlyphHeight = box.Height,
        HeightShare = 0.04,
        FirstSeen = TimeSpan.Zero,
        LastSeen = TimeSpan.FromSeconds(1),
        Shown = TimeSpan.FromSeconds(1),
        Position = LabelPosition.Corner,
        Moves = false,
        Confidence = 1,
        Frame = TimeSpan.Zero,
        Conformance = new(new("", false), new(0, true), new(1, false), new(1, true), new(9, true), new(0.04, false), new(0, true)),
    };
}
