using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Trust;

/// <summary>
/// Evidence in the manifests of a store about the signatures of other manifests: time-stamps (C2PA 2.2, section 18.17) and OCSP responses
/// (section 18.18). Each is signed by its issuer, so it counts in any manifest.
/// </summary>
internal sealed class AddedEvidence
{
    private const int MaxStamps = 32;
    private const int MaxResponses = 32;

    private readonly ILookup<string, ReadOnlyMemory<byte>> _stamps;

    private AddedEvidence(ILookup<string, ReadOnlyMemory<byte>> stamps, IReadOnlyList<OcspResponse> responses) =>
        (_stamps, Responses) = (stamps, responses);

    /// <summary>OCSP responses; each names the certificates it is about.</summary>
    public IReadOnlyList<OcspResponse> Responses { get; }

    /// <param name="manifests">The active manifest first, then all manifests reached from it.</param>
    public static AddedEvidence Of(IReadOnlyList<Manifest> manifests)
    {
        var labels = manifests.Select(manifest => manifest.Label).ToHashSet(StringComparer.Ordinal);
        var stamps = Contents(manifests, Assertion.TimeStamps)
            .SelectMany(content => content.Fields)
            .Where(entry => entry.Key.Text is { } label && labels.Contains(label) && entry.Value.Bytes is not null)
            .Take(MaxStamps);
        var responses = Contents(manifests, Assertion.CertificateStatus)
            .SelectMany(content => content["ocspVals"]?.Items ?? [])
            .Take(MaxResponses);
        return new AddedEvidence(
            stamps.ToLookup(entry => entry.Key.Text!, entry => entry.Value.Bytes!.Value), [.. OcspResponse.ReadAll(responses)]);
    }

    /// <summary>Returns the DER time-stamp tokens for the signature of the manifest with that label.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> StampsFor(string label) => _stamps[label];

    private static IEnumerable<CborNode> Contents(IReadOnlyList<Manifest> manifests, string name) =>
        manifests.SelectMany(manifest => manifest.Assertions).Where(assertion => assertion.Name == name).Select(assertion => assertion.Cbor)
            .OfType<CborNode>();
}
