using VideoGate.Cases.Duties;

namespace VideoGate.Cases;

/// <summary>The one order of labels that fulfils what the policies require. Pure.</summary>
public static class RequiredLabels
{
    private const string China = "CN";

    /// <returns>The order, or null if no policy requires a label. Its text is null if no text has all the required words.</returns>
    public static LabelOrder? Order(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var visible = decision.Labels.Where(label => label.Span is not null).ToList();
        return decision.Labels is [] ? null
            : visible is [] ? new() { Explicit = ExplicitChoice.None }
            : new()
            {
                Explicit = visible.Any(label => label.Span is LabelSpan.Throughout) ? ExplicitChoice.Throughout : ExplicitChoice.Start,
                Text = Text(visible),
            };
    }

    /// <summary>Gets whether the metadata label is a duty; otherwise it is added where the platform has a code.</summary>
    public static bool Metadata(Decision? decision) => decision?.Labels.Any(label => label.Metadata) is true;

    private static string? Text(List<RequiredLabel> visible)
    {
        var usual = visible.Any(label => label.Jurisdiction is China) ? LabelTexts.Chinese : LabelTexts.English;
        return LabelTexts.All.OrderBy(text => text != usual).ThenBy(text => text.Length)
            .FirstOrDefault(text => visible.TrueForAll(
                label => label.Text is not { } words || text.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }
}
