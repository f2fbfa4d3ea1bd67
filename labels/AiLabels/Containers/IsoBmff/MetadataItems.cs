using System.Buffers.Binary;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Containers.IsoBmff;

/// <summary>
/// XMP as an item of a meta box, ISO/IEC 14496-12 clause 8.11: iinf names the items and their media types, iloc their places in the file or
/// in idat. Other items, such as pictures, are not read.
/// </summary>
/// <param name="path">Path of the meta box.</param>
internal sealed class MetadataItems(InspectionContext inspection, string path)
{
    private const int BoxHeader = 8;

    private readonly HashSet<uint> _packets = [];
    private Box? _locations;
    private Box? _data;

    /// <summary>Reads a child of the meta box if it is about items.</summary>
    public async ValueTask SeeAsync(Box child)
    {
        switch (child.Type)
        {
            case BoxType.Iinf:
                await FindPacketsAsync(child);
                break;
            case BoxType.Iloc:
                _locations ??= child;
                break;
            case BoxType.Idat:
                _data ??= child;
                break;
        }
    }

    /// <summary>Reads the items that are XMP, after all children of the meta box.</summary>
    public async ValueTask ReadAsync()
    {
        if (_packets.Count == 0)
        {
            return;
        }

        var places = _locations is { } iloc
            && await inspection.ReadValueAsync(iloc.Payload, iloc.PayloadLength, iloc.At($"{path}/iloc")) is { } table
            ? ItemTable.Read(table, _packets)
            : [];
        foreach (var packet in _packets)
        {
            await ReadAsync(packet, places.GetValueOrDefault(packet));
        }
    }

    private async ValueTask FindPacketsAsync(Box iinf)
    {
        if (await inspection.ReadValueAsync(iinf.Payload, iinf.PayloadLength, iinf.At($"{path}/iinf")) is not { Length: > 8 } list)
        {
            return;
        }

        // Version and flags, then a count of two or four bytes.
        for (var at = list[0] == 0 ? 6 : 8; at + BoxHeader <= list.Length;)
        {
            inspection.CountBox();
            var size = BinaryPrimitives.ReadUInt32BigEndian(list.AsSpan(at));
            if (size < BoxHeader || size > list.Length - at)
            {
                return;
            }

            if (BinaryPrimitives.ReadUInt32BigEndian(list.AsSpan(at + 4)) == BoxType.Infe
                && ItemEntry.Read(list.AsSpan(at + BoxHeader, (int)size - BoxHeader)) is { IsXmp: true } entry)
            {
                Add(entry, iinf);
            }

            at += (int)size;
        }
    }

    private void Add(ItemEntry entry, Box iinf)
    {
        if (entry.IsEncoded)
        {
            inspection.Add(new Problem(
                "container.itemEncoding", $"The XMP item {entry.Id} is compressed, and was not read.", iinf.At($"{path}/iinf")));
        }
        else
        {
            _packets.Add(entry.Id);
        }
    }

    private async ValueTask ReadAsync(uint item, ItemPlace? place)
    {
        var source = (_locations ?? default).At($"{path}/iloc/{item}");
        if (RangesOf(place) is not { } ranges)
        {
            inspection.Add(new Problem("container.itemPlace", $"The XMP item {item} has no place in this file, and was not read.", source));
            return;
        }

        source = source with { Offset = ranges[0].Start, Length = ranges[0].Length };
        if (!inspection.TryTakeItemBytes(ranges.Sum(static range => range.Length)))
        {
            inspection.Add(new Problem(
                "limit.valueLength", $"The XMP items are longer than the {inspection.Options.MaxValueLength} bytes that are read.", source));
            return;
        }

        var packet = new List<byte>();
        foreach (var (start, length) in ranges)
        {
            packet.AddRange(await inspection.Bytes.ReadAsync(start, (int)length));
        }

        inspection.CountPacket();
        inspection.Add(XmpReader.Read(packet.ToArray(), source, inspection.Options));
    }

    /// <summary>Places in the file mean nothing in a movie header that was compressed.</summary>
    private List<(long Start, long Length)>? RangesOf(ItemPlace? place) => place switch
    {
        { IsInData: true } when _data is { } data => place.In(data.Payload, data.PayloadLength),
        { IsInData: false } when !inspection.IsUnpacked => place.In(0, inspection.Bytes.Length),
        _ => null,
    };
}
