using AiLabels.Reading;

namespace AiLabels.Containers.IsoBmff;

/// <summary>The boxes of a file. Sample entries are listed without their children: the fields before those depend on the codec.</summary>
internal sealed class BoxTree(InspectionContext inspection) : ITreeFormat
{
    private const int VersionLength = 4;
    private const int CountLength = 4;

    public async ValueTask<TreeItem?> ReadAsync(long offset, TreeItem parent)
    {
        var (box, problem) = await Box.ReadAsync(inspection.Bytes, offset, parent.End, parent.Type);
        if (problem is not null)
        {
            inspection.Add(problem);
        }

        return box is { } found
            ? await DescribeAsync(found, new TreeItem(FourCc.ToText(found.Type), found.Offset, found.Length), parent)
            : null;
    }

    private async ValueTask<TreeItem> DescribeAsync(Box box, TreeItem item, TreeItem parent)
    {
        switch (item.Type)
        {
            case "moov" or "trak" or "mdia" or "minf" or "stbl" or "udta" or "edts" or "dinf" or "mvex" or "moof" or "traf" or "mfra"
                or "ilst":
                return item with { Children = box.Payload };
            case "stsd" or "dref" or "keys":
                return item with { Children = Math.Min(box.Payload + VersionLength + CountLength, box.End) };
            case "meta":
                return item with
                {
                    Children =
                    Math.Min(box.Payload + await MetadataList.VersionLengthAsync(inspection.Bytes, box), box.End)
                };
            case "mdta" when parent.Type == "keys":
                return item with { Note = await PreviewAsync(box, 0) };
            case "uuid":
                return await DescribeUuidAsync(box, item);
            case "ftyp" or "styp":
                return item with { Note = await PreviewAsync(box, 0, length: 4) };
            case "hdlr":
                return item with { Note = await PreviewAsync(box, 8, length: 4) };
            case "XMP_":
                return item with { Note = "XMP packet" };
            case "AIGC" when parent.Type != "ilst":
                return item with { Note = await PreviewAsync(box, 0) };
            case "data":
                return item with { Note = await PreviewAsync(box, 8) };
            case "name" or "mean":
                return item with { Note = await PreviewAsync(box, VersionLength) };
            default:
                return parent.Type == "ilst" ? item with { Children = box.Payload, Note = KeyNumber(box) }
                    : BoxType.IsUserText(box.Type) ? item with { Note = await PreviewAsync(box, VersionLength) }
                    : item;
        }
    }

    private async ValueTask<TreeItem> DescribeUuidAsync(Box box, TreeItem item)
    {
        var payload =
            await inspection.Bytes.PeekAsync(box.Payload, (int)Math.Min(box.PayloadLength, UuidBox.TypeLength + C2paBox.MaxHeadLength));
        if (payload.Length < UuidBox.TypeLength)
        {
            return item;
        }

        var type = new Guid(payload.Span[..UuidBox.TypeLength], bigEndian: true);
        if (type != UuidBox.C2pa)
        {
            return item with { Note = type == UuidBox.Xmp ? "XMP packet" : type.ToString() };
        }

        var (content, start) = C2paBox.Read(payload.Span[UuidBox.TypeLength..]);
        return content switch
        {
            C2paBox.Content.Unknown => item with { Note = "C2PA, of unknown version or purpose" },
            C2paBox.Content.Merkle => item with { Note = "C2PA Merkle tree rows" },
            _ => item with { Note = "C2PA manifest store", Children = box.Payload + UuidBox.TypeLength + start, IsManifestStore = true },
        };
    }

    /// <summary>Items of QuickTime's lists are named by the index of a key.</summary>
    private static string? KeyNumber(Box box) => box.Type >> 24 == 0 ? $"key {box.Type}" : null;

    private ValueTask<string> PreviewAsync(Box box, int start, long length = long.MaxValue) =>
        TreeWalk.PreviewAsync(inspection.Bytes, box.Payload + start, Math.Min(length, box.PayloadLength - start));
}
