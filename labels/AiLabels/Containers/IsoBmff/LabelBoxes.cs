using System.Buffers.Binary;
using AiLabels.Gb45438;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Containers.IsoBmff;

/// <summary>Boxes that hold only a label: AIGC, XMP_ and the uuid boxes of XMP and C2PA.</summary>
internal sealed class LabelBoxes(InspectionContext inspection)
{
    private const int MaxUuidHead = 16 + UuidBox.TypeLength;

    /// <summary>Reads a box if it is one of these.</summary>
    public async ValueTask ReadAsync(Box box, string path)
    {
        switch (box.Type)
        {
            case BoxType.Aigc:
                await ReadAigcAsync(box, path);
                break;
            case BoxType.Xmp:
                await ReadXmpAsync(box, path);
                break;
            case BoxType.Uuid:
                await ReadUuidAsync(box, path);
                break;
        }
    }

    /// <summary>Reads an AIGC box: the JSON itself, or JSON after version and flags, or after QuickTime's text size and language.</summary>
    private async ValueTask ReadAigcAsync(Box box, string path)
    {
        if (await inspection.ReadValueAsync(box.Payload, box.PayloadLength, box.At(path)) is { } value)
        {
            var hasPrefix = value.Length >= 4
                && (BinaryPrimitives.ReadUInt32BigEndian(value) == 0 || BinaryPrimitives.ReadUInt16BigEndian(value) == value.Length - 4);
            inspection.Add(AigcLabel.Read(value.AsMemory(hasPrefix ? 4 : 0), box.At(path), inspection.Options));
        }
    }

    /// <summary>Reads a box of QuickTime's user data text: size, language and text, of which the first language is used.</summary>
    /// <returns>The encoder that it names.</returns>
    public async ValueTask<string?> ReadUserTextAsync(Box box, string path)
    {
        const int HeaderLength = 4;
        if (await inspection.ReadValueAsync(box.Payload, box.PayloadLength, box.At(path)) is not { Length: > HeaderLength } value)
        {
            return null;
        }

        var length = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(value), value.Length - HeaderLength);
        var tag = new MetadataTag(FourCc.ToText(box.Type), value.AsMemory(HeaderLength, length), box.At(path));
        inspection.Add(tag.Read(inspection.Options));
        return tag.Encoder;
    }

    public async ValueTask ReadXmpAsync(Box box, string path, int start = 0)
    {
        if (await inspection.ReadValueAsync(box.Payload + start, box.PayloadLength - start, box.At(path)) is { } packet)
        {
            inspection.CountPacket();
            inspection.Add(XmpReader.Read(packet, box.At(path), inspection.Options));
        }
    }

    private async ValueTask ReadUuidAsync(Box box, string path)
    {
        var head = await inspection.Bytes.PeekAsync(box.Payload, (int)Math.Min(UuidBox.TypeLength, box.PayloadLength));
        if (head.Length < UuidBox.TypeLength)
        {
            return;
        }

        var type = new Guid(head.Span, bigEndian: true);
        if (type == UuidBox.Xmp)
        {
            await ReadXmpAsync(box, path, UuidBox.TypeLength);
        }
        else if (type == UuidBox.C2pa)
        {
            await LocateStoreAsync(box, path);
        }
    }

    /// <summary>Records a C2PA box with a forged or truncated size: the file has credentials, but they cannot be read.</summary>
    public async ValueTask<bool> NoteDamagedStoreAsync(long offset)
    {
        var head = await inspection.Bytes.PeekAsync(offset, MaxUuidHead);
        var start = head.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(head.Span) == 1 ? 16 : 8;
        var isStore = head.Length >= start + UuidBox.TypeLength
            && BinaryPrimitives.ReadUInt32BigEndian(head.Span[4..]) == BoxType.Uuid
            && new Guid(head.Span.Slice(start, UuidBox.TypeLength), bigEndian: true) == UuidBox.C2pa;
        if (isStore)
        {
            inspection.Add(ManifestStoreData.Unreadable(new Source("uuid", offset, head.Length)));
        }

        return isStore;
    }

    private async ValueTask LocateStoreAsync(Box box, string path)
    {
        var payload =
            await inspection.ReadManifestStoreAsync(box.Payload + UuidBox.TypeLength, box.PayloadLength - UuidBox.TypeLength, box.At(path));
        if (payload is null)
        {
            inspection.Add(ManifestStoreData.Unreadable(box.At(path)));
            return;
        }

        var (content, start) = C2paBox.Read(payload);
        switch (content)
        {
            case C2paBox.Content.Store or C2paBox.Content.OriginalStore or C2paBox.Content.UpdateStore:
                var length = payload.Length - start;
                inspection.Add(new ManifestStoreData(payload.AsMemory(start), new Source(path, box.End - length, length), RoleOf(content))
                {
                    Outer = box.At(path),
                });
                break;
            case C2paBox.Content.Merkle when !IsStore(payload.AsSpan(start)):
                break;
            default:
                inspection.Add(
                    new Problem("container.c2paBox", "A C2PA box has an unknown version or purpose, and was not read.", box.At(path)));
                inspection.Add(ManifestStoreData.Unreadable(box.At(path)) with { Role = StoreRole.Unknown });
                break;
        }
    }

    /// <summary>A store may be renamed to hide it; the offset that a store has before it, and rows have not, may be left.</summary>
    private static bool IsStore(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, 32)].IndexOf("jumb"u8) >= 0;

    private static StoreRole RoleOf(C2paBox.Content content) => content switch
    {
        C2paBox.Content.OriginalStore => StoreRole.Original,
        C2paBox.Content.UpdateStore => StoreRole.Update,
        _ => StoreRole.Whole,
    };
}
