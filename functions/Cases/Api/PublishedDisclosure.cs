using AiLabels.Reports;
using VideoGate.Cases.Duties;
using VideoGate.Storage;

namespace VideoGate.Cases.Api;

/// <summary>What viewers of a published video may know about its origin. Contains no identity of a person.</summary>
/// <param name="Origin">
/// By the labels and the declaration; <c>notFound</c> is no proof that no AI was used, and the wording of a suspicion does not accuse.
/// </param>
/// <param name="Use">How AI was used, for viewers.</param>
/// <param name="Evidence">
/// What it rests on: kinds of findings in the file, then <c>visibleLabel</c>, <c>audioLabel</c>, <c>declaration</c> and <c>person</c>.
/// </param>
/// <param name="Generator">Name from the generator registry, or null.</param>
/// <param name="Required">What a law of the audience wants viewers to be able to inspect.</param>
/// <param name="Label">Fields of the AIGC label in the published file, if the gate wrote one.</param>
internal sealed record PublishedDisclosure(
    string CaseId, DateTimeOffset? PublishedAt, AiOrigin Origin, AiUse Use, IReadOnlyList<string> Evidence, string? Generator,
    Declaration Declaration, IReadOnlyList<Notice> Notices, IReadOnlyList<DisclosureItem> Required, Provenance Provenance,
    IReadOnlyDictionary<string, string>? Label)
{
    public static PublishedDisclosure Of(ModerationCase shown) => new(
        shown.CaseId,
        shown.ClosedAt,
        shown.Review?.Decision?.LiftsNotices is true ? AiOrigin.NotFound : shown.Decision?.Origin ?? AiOrigin.Inconclusive,
        AiUses.Of(shown),
        DisclosedEvidence.Of(shown),
        shown.Labels?.Generator ?? shown.ExplicitLabel?.Generator,
        shown.Submission.Declaration,
        PublishedNotices.Of(shown),
        shown.Decision?.Disclosures ?? [],
        Provenance.Of(shown),
        shown.Labelling?.Label);
}

/// <summary>The provenance data of the upload, content credentials (C2PA).</summary>
/// <param name="Signed">Whether they are signed; the signature may be untrusted or expired, see <paramref name="Signer"/>.</param>
/// <param name="SignerName">As the certificate claims. Untrusted text.</param>
/// <param name="SystemName">The system that made or changed the content, as claimed; null if a device captured it. Untrusted text.</param>
/// <param name="CaptureDevice">The device that captured the content; null unless trusted credentials prove it. Untrusted text.</param>
/// <param name="Manifest">Blob beside the published copy with the credentials of the upload; null if the video itself carries them.</param>
/// <param name="Copy">The platform's own credentials in the published copy; null if it signed none.</param>
internal sealed record Provenance(
    bool Available, bool Signed, CredentialIntegrity Integrity, SignerTrust Signer, string? SignerName, string? SystemName,
    string? CaptureDevice, BlobLocation? Manifest, CopyProvenance? Copy)
{
    public static Provenance Of(ModerationCase shown) => shown.Labels is not { } labels
        ? new(false, false, CredentialIntegrity.None, SignerTrust.None, null, null, null, null, null)
        : new(
            labels.Credentials is CredentialIntegrity.Intact or CredentialIntegrity.Unverified or CredentialIntegrity.Broken,
            labels.Signer is not SignerTrust.None,
            labels.Credentials,
            labels.Signer,
            labels.SignerName,
            labels.Captured ? null : labels.Generator ?? labels.ClaimGenerator,
            labels.Captured ? labels.ClaimGenerator : null,
            shown.Labelling?.Credentials is null ? null : ManifestBeside(shown.Location),
            CopyProvenance.Of(shown.Labelling?.Signature));

    private static BlobLocation? ManifestBeside(BlobLocation? video) => video is null ? null : video with { Name = $"{video.Name}.c2pa" };
}

/// <summary>The content credentials (C2PA) that the platform signed in a labelled copy.</summary>
/// <param name="SignerName">Organization and common name of the platform's certificate.</param>
/// <param name="Manifest">Label of the platform's manifest, the active one.</param>
/// <param name="ParentManifest">
/// Label of the upload's manifest in the copy, its parent; null if the upload has none that can be read.
/// </param>
internal sealed record CopyProvenance(string SignerName, string Manifest, string? ParentManifest)
{
    public static CopyProvenance? Of(CopySignature? signature) => signature is { Problem: null, Manifest: { } manifest }
        ? new(signature.Signer, manifest, signature.ParentManifest)
        : null;
}
