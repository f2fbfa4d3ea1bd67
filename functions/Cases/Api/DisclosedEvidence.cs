namespace VideoGate.Cases.Api;

/// <summary>Names what a disclosure rests on, without scores of detectors and without persons. Pure.</summary>
internal static class DisclosedEvidence
{
    public const string VisibleLabel = "visibleLabel";
    public const string AudioLabel = "audioLabel";
    public const string Declaration = "declaration";
    public const string Person = "person";

    public static IReadOnlyList<string> Of(ModerationCase shown) =>
    [
        .. (shown.Labels?.Findings ?? new Dictionary<string, int>()).Select(found => found.Key).Order(StringComparer.Ordinal),
        .. shown.ExplicitLabel is { Labels.Count: > 0 } ? [VisibleLabel] : (string[])[],
        .. shown.AudioLabel is Cases.AudioLabel.Present ? [AudioLabel] : (string[])[],
        .. shown.Submission.Declaration is not Cases.Declaration.NotAsked ? [Declaration] : (string[])[],
        .. shown.Review?.Decision is not null ? [Person] : (string[])[],
    ];
}
