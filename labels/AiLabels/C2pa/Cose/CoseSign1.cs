using System.Formats.Cbor;
using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Cose;

/// <summary>COSE_Sign1_Tagged (RFC 9052, section 4.2): the signature of a claim, with the claim as detached payload.</summary>
internal sealed record CoseSign1
{
    private const ulong Tag = 18;

    /// <summary>The protected header as signed.</summary>
    public required ReadOnlyMemory<byte> EncodedProtectedHeader { get; init; }

    public required CborNode ProtectedHeader { get; init; }

    public required CborNode UnprotectedHeader { get; init; }

    /// <summary>The payload; null if it is detached, as C2PA requires.</summary>
    public required ReadOnlyMemory<byte>? Payload { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }

    /// <exception cref="ManifestException">The bytes are not a tagged COSE_Sign1.</exception>
    public static CoseSign1 Read(ReadOnlyMemory<byte> encoded, CborBudget budget)
    {
        try
        {
            return CborParser.Parse(encoded, budget) is CborTagged
            {
                Tag: Tag, Items: [CborBytes header, CborMap unprotectedHeader, var payload, CborBytes signature]
            }
                ? new CoseSign1
                {
                    EncodedProtectedHeader = header.Value,
                    ProtectedHeader = header.Value.IsEmpty ? new CborMap(CborMap.Empty) : CborParser.Parse(header.Value, budget),
                    UnprotectedHeader = unprotectedHeader,
                    Payload = payload.Bytes,
                    Signature = signature.Value,
                }
                : throw new ManifestException(StatusCode.ClaimSignatureMismatch, "the claim signature is not a COSE_Sign1_Tagged");
        }
        catch (CborContentException e)
        {
            throw new ManifestException(StatusCode.ClaimSignatureMismatch, $"the claim signature is not valid CBOR: {e.Message}", e);
        }
    }
}
