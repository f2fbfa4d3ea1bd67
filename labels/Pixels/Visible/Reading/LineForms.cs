using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>A line in the forms in which it is read: each is right where others are not.</summary>
/// <param name="Ink">From the pictures in which it was seen best.</param>
/// <param name="Lasting">From all pictures that show it.</param>
/// <param name="Sighting">What <paramref name="Lasting"/> was cut out of.</param>
internal sealed record LineForms(InkCrop Ink, InkCrop Lasting, Sighting Sighting)
{
    /// <summary>By its strokes, without what is between outlines, and by its colour, where thin strokes are weaker.</summary>
    public IReadOnlyList<LineForm> First => [.. new[] { Ink, Lasting.WithoutGround(), Lasting.ByColour(Sighting) }.OfType<InkCrop>().Select(LineForm.Of)];

    /// <summary>Others, of a line that was nearly understood.</summary>
    public IReadOnlyList<LineForm> Second => [new(Page.Of(Ink.AsSeen()), Ink), new(Page.Large(Ink.AsSeen()), Ink), new(Page.Large(Ink), Ink)];
}

/// <param name="Shown">What is read.</param>
/// <param name="Ink">What is measured.</param>
internal sealed record LineForm(Plane Shown, InkCrop Ink)
{
    public static LineForm Of(InkCrop ink) => new(Page.Of(ink), ink);
}
