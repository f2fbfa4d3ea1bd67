using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>A line in the forms in which it is read: each is right where others are not.</summary>
/// <param name="Ink">From the pictures in which it was seen best.</param>
/// <param name="Lasting">From all pictures that show it.</param>
/// <param name="Sighting">What <paramref name="Lasting"/> was cut out of.</param>
internal sealed record LineForms(TextLineCrop Ink, TextLineCrop Lasting, TextDetection Sighting)
{
    /// <summary>Width that a line keeps, in parts: beside outlined letters little is taken away.</summary>
    private const double LeastLeft = 0.7;

    /// <summary>Without what is between outlines; by its colour, where thin strokes are weaker; and what outlines enclose.</summary>
    public IReadOnlyList<LineForm> First =>
        [.. new[] { WithoutGround, Lasting.ByColour(Sighting), OutlinedInk.Of(Lasting, Sighting) }.OfType<TextLineCrop>().Select(
            LineForm.Of)];

    /// <summary>As it is, where letters hang together with the ground and would be lost with it.</summary>
    private TextLineCrop WithoutGround =>
        Lasting.WithoutGround() is var left && left.Ink.Width >= LeastLeft * Lasting.Ink.Width ? left : Lasting;

    /// <summary>Others, of a line that was nearly understood.</summary>
    public IReadOnlyList<LineForm> Second => [new(Page.Of(Ink.AsSeen()), Ink), new(Page.Large(Lasting.AsSeen()), Lasting)];
}

/// <param name="Shown">What is read.</param>
/// <param name="Ink">What is measured.</param>
internal sealed record LineForm(Plane Shown, TextLineCrop Ink)
{
    public static LineForm Of(TextLineCrop ink) => new(Page.Of(ink), ink);
}
