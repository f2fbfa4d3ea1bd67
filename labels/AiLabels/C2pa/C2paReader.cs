using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Jumbf;
using AiLabels.C2pa.Manifests;
using AiLabels.Reading;

namespace AiLabels.C2pa;

/// <summary>Reads the content credentials of one file: what they claim, through every ingredient down to the bottom.</summary>
internal static class C2paReader
{
    /// <param name="jumbf">The manifest store.</param>
    /// <param name="where">Where its first byte stands.</param>
    /// <param name="options">Limits.</param>
    public static (CredentialReport Report, Evidence Evidence) Read(ReadOnlyMemory<byte> jumbf, Source where, LabelReaderOptions options)
    {
        var limits = new CborLimits(options.MaxNesting, options.MaxBoxes);
        try
        {
            var store = ManifestStore.Read(jumbf, options);
            return Read(store, Manifest.Read(store.Active, limits), new CredentialPlaces(where), limits, options);
        }
        catch (ManifestException e)
        {
            var report = new CredentialReport { Integrity = CredentialIntegrity.Unreadable, Signer = SignerTrust.Unverified };
            return (report, Evidence.Of(new Problem(e.Code, $"The content credentials cannot be read: {e.Message}.", where)));
        }
    }

    private static (CredentialReport, Evidence) Read(
        ManifestStore store, Manifest active, CredentialPlaces places, CborLimits limits, LabelReaderOptions options)
    {
        List<Problem> problems = [.. active.MissingAssertions.Select(url => new Problem(
            StatusCode.AssertionMissing, $"The claim declares {url.Cut(256)}, which is not in the manifest.", places.Of(active.Box)))];
        var contributions = Provenance.Walk(store, active, limits, Unreadable);
        var signers = contributions.ToDictionary(contribution => contribution, contribution => Signer.Read(contribution.Manifest, limits));
        var report = new CredentialReport
        {
            Integrity = active.MissingAssertions.Count > 0 ? CredentialIntegrity.Broken : CredentialIntegrity.Unverified,
            Signer = SignerTrust.Unverified,
            ActiveManifest = active.Label.Cut(options.MaxRawText),
            SignerName = signers[contributions[0]]?.Text?.Cut(options.MaxRawText),
            ClaimGenerator = active.Claim.Generator?.Cut(options.MaxRawText),
        };
        var findings = contributions.SelectMany(contribution => CredentialFindings.Of(contribution, signers[contribution], places, options));
        return (report, new Evidence([.. findings], problems));

        void Unreadable(JumbfBox box, ManifestException e) =>
            problems.Add(new Problem(e.Code, $"An ingredient's credentials cannot be read: {e.Message}.", places.Of(box)));
    }
}
