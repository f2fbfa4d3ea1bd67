using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.C2pa.Signing;

/// <summary>Verifies a signed copy: its new manifest is sound, and all other content is as before. Pure.</summary>
internal static class CredentialVerification
{
    /// <param name="after">Read without the content hash, which was computed from the same bytes.</param>
    /// <param name="manifest">Label of the new manifest.</param>
    /// <exception cref="RefusalException">The verification failed.</exception>
    public static void Check(LabelReport before, LabelReport after, string manifest)
    {
        if (after.Credentials.ActiveManifest != manifest || after.Credentials.Integrity is not CredentialIntegrity.Unverified)
        {
            throw NotVerified(
                $"does not carry sound credentials: {string.Join(' ', after.Problems.Select(static problem => problem.Message))}");
        }

        if (after.Credentials.Violations is [var violation, ..])
        {
            throw NotVerified($"violates a rule on credentials: {violation.Message}");
        }

        if (!Others(before).SequenceEqual(Others(after)))
        {
            throw NotVerified("does not show the same labels as before");
        }

        if (!before.Container.Tracks.SequenceEqual(after.Container.Tracks)
            || before.Container with { Tracks = after.Container.Tracks } != after.Container)
        {
            throw NotVerified("describes its media differently than before");
        }
    }

    private static IEnumerable<(FindingKind, string?, string?)> Others(LabelReport report) =>
        report.Findings.Where(static finding => finding.Kind is FindingKind.AigcLabel or FindingKind.PlatformLabel)
            .Select(static finding => (finding.Kind, finding.Raw, finding.Generator));

    private static RefusalException NotVerified(string what) => new(Refusal.NotVerified, $"The signed file {what}. Nothing was written.");
}
