using System.Buffers.Binary;

namespace AiLabels.Containers.IsoBmff;

/// <summary>
/// Payload of the C2PA uuid box, Technical Specification annex A.5: version and flags, purpose, offset of the first auxiliary box, manifest
/// store.
/// </summary>
internal static class C2paBox
{
    private const int VersionLength = 4;
    private const int AuxiliaryOffsetLength = 8;
    private const int MaxPurposeLength = 32;

    /// <summary>Maximum length of the fields before the manifest store.</summary>
    public const int MaxHeadLength = VersionLength + MaxPurposeLength + AuxiliaryOffsetLength;

    internal enum Content
    {
        Unknown,
        Store,

        /// <summary>The original store, to which a store of purpose update at the end of the file belongs (annex A.5.3).</summary>
        OriginalStore,
        UpdateStore,

        /// <summary>Merkle tree rows of a fragmented file, which have no meaning without its manifest.</summary>
        Merkle,
    }

    /// <param name="payload">Bytes after the extended type.</param>
    /// <returns>The content of the box, and its offset in the payload.</returns>
    public static (Content Content, int Start) Read(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < VersionLength || BinaryPrimitives.ReadUInt32BigEndian(payload) != 0)
        {
            return default;
        }

        var rest = payload[VersionLength..];
        var purposeLength = rest[..Math.Min(rest.Length, MaxPurposeLength)].IndexOf((byte)0);
        if (purposeLength < 0)
        {
            return default;
        }

        var purpose = rest[..purposeLength];
        var start = VersionLength + purposeLength + 1;
        if (purpose.SequenceEqual("merkle"u8))
        {
            return (Content.Merkle, start);
        }

        var content = StoreOf(purpose);
        return content is Content.Unknown || payload.Length < start + AuxiliaryOffsetLength
            ? default
            : (content, start + AuxiliaryOffsetLength);
    }

    private static Content StoreOf(ReadOnlySpan<byte> purpose) =>
        purpose.SequenceEqual("manifest"u8) ? Content.Store
        : purpose.SequenceEqual("original"u8) ? Content.OriginalStore
        : purpose.SequenceEqual("update"u8) ? Content.UpdateStore
        : Content.Unknown;
}
