using AiLabels.Reports;

namespace AiLabels.Writing;

/// <summary>Whether a file with its label in place reads as it should: one label, the right one, and everything else as before.</summary>
internal static class LabelVerification
{
    private static readonly string[] WorthKnowing = ["conflict.", "xmp."];

    /// <returns>The label as it was read back.</returns>
    /// <exception cref="RefusalException">Something is wrong.</exception>
    public static Finding Check(LabelReport before, LabelReport after, string json)
    {
        // AVI ends its text with a NUL.
        if (after.Findings.Where(static f => f.Kind == FindingKind.AigcLabel).ToList() is not [var label]
            || label.Raw?.TrimEnd('\0') != json)
        {
            throw NotVerified("does not show exactly the label written");
        }

        if (after.Problems.FirstOrDefault(static p => Any(p, "aigc.", "limit.")) is { } problem)
        {
            throw NotVerified($"is not in order: {problem.Message}");
        }

        if (!Others(before).SequenceEqual(Others(after)))
        {
            throw NotVerified("shows other labels and traces than before");
        }

        if (!SameMedia(before.Container, after.Container) || before.Problems.Count(IsOfContainer) != after.Problems.Count(IsOfContainer))
        {
            throw NotVerified("describes its media otherwise than before");
        }

        return label;
    }

    /// <summary>What is worth telling about a file that was labelled.</summary>
    public static IReadOnlyList<Problem> Warnings(LabelReport before, LabelReport after) =>
    [
        .. HasCredentials(before)
            ? [new Problem("credentials.broken",
                "The file holds C2PA content credentials, whose hash no longer matches: sign it again with the original as parent ingredient, or keep the original beside it.")]
            : Array.Empty<Problem>(),
        .. after.Problems.Where(static p => WorthKnowing.Any(family => Any(p, family))),
    ];

    private static bool HasCredentials(LabelReport report) =>
        report.Credentials.Integrity != CredentialIntegrity.None || report.Findings.Any(static f => f.Kind == FindingKind.RemoteManifest);

    private static IEnumerable<(FindingKind, string?, string?, string)> Others(LabelReport report) =>
        report.Findings.Where(static f => f.Kind != FindingKind.AigcLabel).Select(static f => (f.Kind, f.Raw, f.Generator, f.Source.Path));

    private static bool SameMedia(ContainerFacts before, ContainerFacts after) =>
        before.Tracks.SequenceEqual(after.Tracks) && before with { Tracks = after.Tracks } == after;

    private static bool IsOfContainer(Problem problem) => Any(problem, "container.");

    private static bool Any(Problem problem, params ReadOnlySpan<string> families)
    {
        foreach (var family in families)
        {
            if (problem.Code.StartsWith(family, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static RefusalException NotVerified(string what) => new(Refusal.NotVerified, $"The labelled file {what}. Nothing was written.");
}
