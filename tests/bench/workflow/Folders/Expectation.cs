using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Bench.Workflow.Folders;

/// <summary>Compares the end of an upload with what a row of <c>expected.tsv</c> says in words.</summary>
internal static class Expectation
{
    /// <returns>What differs; empty if nothing does.</returns>
    public static string Differences(string expected, ModerationCase ended, string type)
    {
        var (origin, isPublished) = (ended.Labels?.Origin ?? AiOrigin.Inconclusive, ended.State is CaseState.Published);
        var isLabelled = ended.ExplicitLabel?.Compliance is ExplicitLabelCompliance.Present;
        var isInconclusive = origin is AiOrigin.Inconclusive && Says("inconclusive");
        List<(bool IsSaid, bool Holds, string What)> claims =
        [
            (Begins("confirmed"), origin is AiOrigin.Confirmed || isInconclusive, $"origin is {origin}"),
            (Begins("suspected"), origin is AiOrigin.Suspected or AiOrigin.Confirmed, $"origin is {origin}"),
            (Begins("notFound"), origin is AiOrigin.NotFound, $"origin is {origin}"),
            (Begins("present"), isLabelled, "no label is present"),
            (Begins("label ") || Begins("no label") || Says("no label"), !isLabelled, "a label is present"),
            // What says AI, or cannot be told, is published with a notice or a label alone.
            (Begins("confirmed") || Begins("suspected") || Begins("label "), !isPublished || IsTold(ended), "it is published as it is"),
            (Says("never published"), !isPublished, "it is published"),
            (Begins("notFound"), isPublished, $"it ended {ended.State}"),
            (Says("served as video/mp4"), type == "video/mp4", $"its type is {type}"),
        ];
        return string.Join(", ", claims.Where(claim => claim is { IsSaid: true, Holds: false }).Select(claim => claim.What));

        static bool IsTold(ModerationCase one) => one.Decision is { Notices.Count: > 0 } or { Labels.Count: > 0 };
        bool Begins(string words) => expected.StartsWith(words, StringComparison.Ordinal);
        bool Says(string words) => expected.Contains(words, StringComparison.Ordinal);
    }
}
