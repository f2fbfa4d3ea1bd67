using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Publishing;

/// <summary>
/// Compares a copy with its original: a label or manifest that viewers and later services could read in the upload must not disappear on
/// its way to them (Measures, article 10; California BPC 22757.3.1(b)). Pure.
/// </summary>
internal static class LabelLoss
{
    public const string LabelLost = "label-lost";
    public const string ProvenanceStripped = "provenance-stripped";

    /// <param name="before">Report on the upload.</param>
    /// <param name="after">Report on the copy.</param>
    /// <param name="made">Where the manifest store of the upload is kept: beside the copy, or in it as parent of the platform's.</param>
    /// <returns>What the copy lost, or null if it lost nothing.</returns>
    public static LabelProblem? Find(LabelReport before, LabelReport after, LabellingResult made)
    {
        if (before.Findings.FirstOrDefault(finding => IsLabel(finding) && !Keeps(after, finding)) is { } lost)
        {
            return new(LabelLost, $"The copy lost the label of the upload at {lost.Source.Path}.");
        }

        if (HasManifest(before) && !KeepsManifest(after, made))
        {
            return new(ProvenanceStripped, "The copy would lose the content credentials of the upload, and they cannot be kept beside it.");
        }

        return Remote(before).Except(Remote(after)).Any()
            ? new(ProvenanceStripped, "The copy would lose the address of the upload's manifest.")
            : null;
    }

    private static bool IsLabel(Finding finding) =>
        finding is { Kind: FindingKind.AigcLabel or FindingKind.DigitalSourceType or FindingKind.PlatformLabel, Says: > AiOrigin.NotFound };

    // The AIGC label of the copy may replace another that states no more; a malformed one is replaced by one that conforms.
    private static bool Keeps(LabelReport after, Finding label) => after.Findings.Any(finding => IsLabel(finding)
        && (finding.Kind == label.Kind || finding.Kind is FindingKind.AigcLabel) && finding.Says >= label.Says);

    // A manifest in a signed copy is the platform's own, unless the upload's is its parent.
    private static bool KeepsManifest(LabelReport after, LabellingResult made) => made.Credentials is not null
        || (made.Signature is { Problem: null } signature ? signature.ParentManifest is not null : HasManifest(after));

    private static bool HasManifest(LabelReport report) => report.Credentials.Integrity is not CredentialIntegrity.None;

    private static IEnumerable<string?> Remote(LabelReport report) =>
        report.Findings.Where(finding => finding.Kind is FindingKind.RemoteManifest).Select(finding => finding.Raw);
}
