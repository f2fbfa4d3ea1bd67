using System.Buffers.Binary;
using System.Text;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Containers.IsoBmff;

/// <summary>A meta box with its keys and ilst: QuickTime metadata (handler mdta) and iTunes lists (handler mdir).</summary>
/// <remarks>
/// QuickTime's meta is a plain box and ISO's a FullBox; both occur in moov, trak and udta and at the top level. A list is one level of
/// items with one level of boxes in each, so three flat loops read it.
/// </remarks>
internal sealed class MetadataList(InspectionContext inspection, MovieFacts movie)
{
    private readonly LabelBoxes _labels = new(inspection);
    private readonly List<string> _keys = [];

    private enum DataType
    {
        Utf16 = 2,
        Utf16Sort = 5,
    }

    public async ValueTask ReadAsync(Box meta, string path)
    {
        var open = new Stack<(Box Meta, string Path)>([(meta, path)]);
        for (var depth = 1; open.TryPop(out var next); depth++)
        {
            // A meta in a meta is in no specification; readers that search by name find it all the same.
            inspection.CheckDepth(depth);
            await ReadAsync(next.Meta, next.Path, open);
        }
    }

    private async ValueTask ReadAsync(Box meta, string path, Stack<(Box Meta, string Path)> open)
    {
        _keys.Clear();
        var lists = new List<Box>();
        var items = new MetadataItems(inspection, path);
        await foreach (var child in ChildrenAsync(meta.Payload + await VersionLengthAsync(inspection.Bytes, meta), meta.End, path))
        {
            switch (child.Type)
            {
                case BoxType.Keys:
                    await ReadKeysAsync(child);
                    break;
                case BoxType.Ilst:
                    lists.Add(child);
                    break;
                case BoxType.Meta:
                    open.Push((child, $"{path}/meta"));
                    break;
                case BoxType.Xml or BoxType.Bxml:
                    await ReadXmlAsync(child, $"{path}/{FourCc.ToText(child.Type).TrimEnd()}");
                    break;
                case BoxType.Iinf or BoxType.Iloc or BoxType.Idat:
                    await items.SeeAsync(child);
                    break;
                default:
                    await _labels.ReadAsync(child, $"{path}/{FourCc.ToText(child.Type)}");
                    break;
            }
        }

        await items.ReadAsync();
        foreach (var list in lists)
        {
            await foreach (var item in ChildrenAsync(list.Payload, list.End, $"{path}/ilst"))
            {
                await ReadItemAsync(item, $"{path}/ilst");
            }
        }
    }

    /// <summary>xml and bxml, ISO/IEC 14496-12 clause 8.11.2: version and flags, then a document; XMP is the one known here.</summary>
    private async ValueTask ReadXmlAsync(Box box, string path)
    {
        const int VersionLength = 4;
        const int HeadLength = 512;
        var head = await inspection.Bytes.PeekAsync(box.Payload, (int)Math.Min(box.PayloadLength, HeadLength));
        if (XmpReader.IsPacket(head.Span[Math.Min(VersionLength, head.Length)..]))
        {
            await _labels.ReadXmpAsync(box, path, VersionLength);
        }
    }

    /// <summary>Returns 4 for a FullBox, 0 if a child box begins at once.</summary>
    public static async ValueTask<int> VersionLengthAsync(ByteReader bytes, Box meta)
    {
        var start = (await bytes.PeekAsync(meta.Payload, (int)Math.Min(8, meta.PayloadLength))).Span;
        return start.Length == 8 && BinaryPrimitives.ReadUInt32BigEndian(start) >= 8 && start[4..].ContainsAnyInRange((byte)'a', (byte)'z')
            ? 0
            : 4;
    }

    private async IAsyncEnumerable<Box> ChildrenAsync(long position, long end, string path)
    {
        while (position < end)
        {
            inspection.CountBox();
            var (box, problem) = await Box.ReadAsync(inspection.Bytes, position, end, path);
            if (problem is not null)
            {
                inspection.Add(problem);
            }

            if (box is null)
            {
                yield break;
            }

            yield return box.Value;
            position = box.Value.End;
        }
    }

    /// <summary>keys: version and flags, entry count, then size, namespace and name of each. The count is not trusted.</summary>
    private async ValueTask ReadKeysAsync(Box box)
    {
        const int EntryHeader = 8;
        if (await inspection.ReadValueAsync(box.Payload, box.PayloadLength, box.At("keys")) is not { } keys)
        {
            return;
        }

        for (var at = 8; at + EntryHeader <= keys.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(keys.AsSpan(at));
            if (size < EntryHeader || size > keys.Length - at)
            {
                return;
            }

            inspection.CountBox();
            _keys.Add(MetadataTag.Shorten(Encoding.UTF8.GetString(keys.AsSpan(at + EntryHeader, (int)size - EntryHeader))));
            at += (int)size;
        }
    }

    private async ValueTask ReadItemAsync(Box item, string path)
    {
        var name = NameOf(item.Type);
        var values = new List<byte[]>();
        await foreach (var child in ChildrenAsync(item.Payload, item.End, path))
        {
            switch (child.Type)
            {
                case BoxType.Name when item.Type == BoxType.Freeform && child.PayloadLength >= 4:
                    name = MetadataTag.Shorten(Encoding.UTF8.GetString(
                        await inspection.ReadValueAsync(child.Payload + 4, child.PayloadLength - 4, child.At(path)) ?? []));
                    break;
                case BoxType.Data when child.PayloadLength >= 8 && await ReadDataAsync(item, child, $"{path}/{name}") is { } value:
                    values.Add(value);
                    break;
            }
        }

        Read(name, values, item.At($"{path}/{name}"));
    }

    /// <summary>Several values of one item are a list; a label that is cut into several is one only when they are joined.</summary>
    private void Read(string name, List<byte[]> values, Source source)
    {
        byte[] whole = [.. values.SelectMany(static value => value)];
        var isCut = values.Count > 1 && MetadataTag.IsCut(values[0], whole);
        foreach (var value in isCut ? [whole] : values)
        {
            var tag = new MetadataTag(name, value, source);
            movie.Encoder ??= tag.Encoder;
            inspection.Add(tag.Read(inspection.Options));
        }
    }

    /// <summary>
    /// Returns the key with that index, or the type itself. An index without keys is not a name: one vendor writes its lists that way.
    /// </summary>
    private string NameOf(uint type) =>
        type > 0 && type <= _keys.Count ? _keys[(int)type - 1]
        : type >> 24 == 0 && _keys.Count == 0 ? MetadataTag.Nameless
        : FourCc.ToText(type);

    /// <summary>data: type indicator, locale, value.</summary>
    /// <returns>The value as UTF-8; null if it was too long to read.</returns>
    private async ValueTask<byte[]?> ReadDataAsync(Box item, Box data, string path)
    {
        if (await inspection.ReadValueAsync(data.Payload, data.PayloadLength, item.At(path)) is not { } payload)
        {
            return null;
        }

        var type = (DataType)BinaryPrimitives.ReadUInt32BigEndian(payload);
        return type is DataType.Utf16 or DataType.Utf16Sort ? Utf16ToUtf8(payload.AsSpan(8)) : payload[8..];
    }

    /// <summary>Converts big-endian text, unless a byte order mark says otherwise.</summary>
    private static byte[] Utf16ToUtf8(ReadOnlySpan<byte> text) =>
        Encoding.UTF8.GetBytes((text is [0xFF, 0xFE, ..] ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(text));
}
