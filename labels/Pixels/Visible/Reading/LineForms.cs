using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>A line in the forms in which it is read: each succeeds where others fail.</summary>
/// <param name="Ink">From the pictures that show it best.</param>
/// <param name="Lasting">From all pictures that show it.</param>
/// <param name="Detection">The detection that <paramref name="Lasting"/> was cropped from.</param>
internal sealed record LineForms(TextLineCrop Ink, TextLineCrop Lasting, TextDetection Detection)
{
    /// <summary>Minimum share of the width that must remain: removing the ground beside outlined letters removes little.</summary>
    private const double LeastLeft = 0.7;

    private readonly TextLineCrop? _letters = OutlinedInk.Of(Lasting, Detection);

    /// <summary>Whether the strokes may be outlines of letters.</summary>
    public bool AreOutlined => _letters is not null;

    /// <summary>
    /// Forms of the line: without the ground between outlines; by colour, where thin strokes are weaker; and the inside of outlines.
    /// </summary>
    public IEnumerable<LineForm> All =>
        new[] { WithoutGround, Lasting.ByColour(Detection), _letters }.OfType<TextLineCrop>().Select(LineForm.Of);

    /// <summary>The line without ground; unchanged if letters are connected to the ground and would be lost with it.</summary>
    private TextLineCrop WithoutGround =>
        Lasting.WithoutGround() is var left && left.Ink.Width >= LeastLeft * Lasting.Ink.Width ? left : Lasting;
}

/// <param name="Shown">The image to read.</param>
/// <param name="Ink">The crop to measure.</param>
internal sealed record LineForm(Plane Shown, TextLineCrop Ink)
{
    public static LineForm Of(TextLineCrop ink) => new(Page.Of(ink), ink);
}
