using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Trust;

/// <summary>
/// What manifests of a store hold for the signatures of others: time-stamps (C2PA 2.2, section 18.17) and answers about revocation (section
/// 18.18). Each is signed by who gives it, so that it counts whoever put it there.
/// </summary>
internal sealed class AddedEvidence
{
    private const int MaxStamps = 32;
    private const int MaxResponses = 32;

    private readonly ILookup<string, ReadOnlyMemory<byte>> _stamps;

    private AddedEvidence(ILookup<string, ReadOnlyMemory<byte>> stamps, IReadOnlyList<OcspResponse> responses) =>
        (_stamps, Responses) = (stamps, responses);

    /// <summary>About certificates that they alone name.</summary>
    public IReadOnlyList<OcspResponse> Responses { get; }

    /// <param name="manifests">All that the file was made from, itself first.</param>
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

    /// <summary>DER time-stamp tokens for the signature of the manifest of that label.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> StampsFor(string label) => _stamps[label];

    private static IEnumerable<CborNode> Contents(IReadOnlyList<Manifest> manifests, string name) =>
        manifests.SelectMany(manifest => manifest.Assertions).Where(assertion => assertion.Name == name).Select(assertion => assertion.Cbor)
            .OfType<CborNode>();
}
