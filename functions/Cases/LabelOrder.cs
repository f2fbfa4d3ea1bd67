using System.Text.Json.Serialization;
using AiLabels.Reports;
using VideoGate.Cases.Duties;

namespace VideoGate.Cases;

/// <summary>The labels of a video to be published, ordered by a moderator or required by the policies.</summary>
public sealed record LabelOrder
{
    public required ExplicitChoice Explicit { get; init; }

    /// <summary>One of <see cref="LabelTexts"/>; null if and only if no overlay label is ordered.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the one order that fulfils what the policies require.</summary>
    /// <returns>Null if no policy requires a label. Its text is null if no text has all the required words.</returns>
    public static LabelOrder? RequiredBy(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var visible = decision.Labels.Where(label => label.Span is not null).ToList();
        return decision.Labels is [] ? null
            : visible is [] ? new() { Explicit = ExplicitChoice.None }
            : new()
            {
                Explicit = visible.Any(label => label.Span is LabelSpan.Throughout) ? ExplicitChoice.Throughout : ExplicitChoice.Start,
                Text = TextFor(visible),
            };
    }

    private static string? TextFor(List<RequiredLabel> visible)
    {
        var usual = visible.Any(label => label.Jurisdiction is "CN") ? LabelTexts.Chinese : LabelTexts.English;
        return LabelTexts.All.OrderBy(text => text != usual).ThenBy(text => text.Length)
            .FirstOrDefault(text => visible.TrueForAll(
                label => label.Text is not { } words || text.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>The visible label (GB 45438-2025 section 5.4).</summary>
[JsonConverter(typeof(CamelCase<ExplicitChoice>))]
public enum ExplicitChoice
{
    /// <summary>Leaves the picture unchanged; writes metadata only.</summary>
    None,

    /// <summary>Shown at the start, for <c>Labelling:StartSeconds</c>.</summary>
    Start,

    Throughout,
}
