using AiLabels.Reports;

namespace AiLabels.Writing;

/// <summary>Verifies a labelled file: it has exactly the new label, and all other content is as before.</summary>
internal static class LabelVerification
{
    private static readonly string[] WorthKnowing = ["conflict.", "xmp."];

    /// <returns>The label as read back.</returns>
    /// <exception cref="RefusalException">The verification failed.</exception>
    public static Finding Check(LabelReport before, LabelReport after, string json)
    {
        // AVI terminates its text with a NUL.
        if (after.Findings.Where(static f => f.Kind == FindingKind.AigcLabel).ToList() is not [var label]
            || label.Raw?.TrimEnd('\0') != json)
        {
            throw NotVerified("does not carry exactly the label written");
        }

        if (after.Problems.FirstOrDefault(static p => Any(p, "aigc.", "limit.")) is { } problem)
        {
            throw NotVerified($"is not valid: {problem.Message}");
        }

        if (!Others(before).SequenceEqual(Others(after)))
        {
            throw NotVerified("does not show the same labels and traces as before");
        }

        if (!SameMedia(before.Container, after.Container) || before.Problems.Count(IsOfContainer) != after.Problems.Count(IsOfContainer))
        {
            throw NotVerified("describes its media differently than before");
        }

        return label;
    }

    /// <summary>Returns warnings about a labelled file.</summary>
    public static IReadOnlyList<Problem> Warnings(LabelReport before, LabelReport after) =>
    [
        .. HasCredentials(before)
            ? [new Problem("credentials.broken",
                "The file contains C2PA content credentials, whose hash no longer matches: sign it again with the original as parent ingredient, or keep the original beside it.")]
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
