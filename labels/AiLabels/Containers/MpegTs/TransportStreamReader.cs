using AiLabels.Containers.Video;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.MpegTs;

/// <summary>Reads MPEG-2 transport streams, ISO/IEC 13818-1, with packets of 188 bytes, from cameras 192, from broadcast 204.</summary>
/// <remarks>
/// The standard gives implicit labels no place in this format except XMP, and no place for XMP in a transport stream is published. The
/// program's tables are therefore read for facts, and the first access unit for vendor marks.
/// </remarks>
internal sealed class TransportStreamReader(InspectionContext inspection) : IContainerReader
{
    /// <summary>Maximum number of bytes read: tables repeat at least every 100 ms; a recording that lost some is given seconds.</summary>
    private const int MaxLength = 8 << 20;

    /// <summary>Maximum number of bytes searched behind one place of damage.</summary>
    private const int MaxGap = 1 << 20;

    private const int BlockLength = 8 << 10;

    private readonly ProgramTables _tables = new();
    private readonly List<byte> _accessUnit = [];
    private long _accessUnitOffset;

    public ContainerFacts Facts => new() { Format = ContainerFormat.MpegTs, Tracks = _tables.Tracks };

    public ValueTask ListAsync(TreeWalk tree) => new StreamList(inspection).ReadAsync(tree);

    private bool IsComplete => _tables.Tracks.Count > 0 && (_tables.Video is null || _accessUnit.Count >= SeiReader.MaxSampleLength);

    public async ValueTask ReadAsync()
    {
        var end = Math.Min(MaxLength, inspection.Bytes.Length);
        var grid = PacketGrid.Find((await inspection.Bytes.PeekAsync(0, ContainerSniffer.Length)).Span) ?? default;
        for (long position = grid.First; position + TransportPacket.Length <= end && !IsComplete; position += grid.Stride)
        {
            var packet = await inspection.Bytes.PeekAsync(position, TransportPacket.Length);
            if (packet.Span[0] == TransportPacket.Sync)
            {
                ReadPacket(packet.Span, position);
            }
            else if (await FindNextAsync(position, grid.Stride) is { } next)
            {
                position = next - grid.Stride;
            }
            else
            {
                break;
            }
        }

        if (_tables.Tracks.Count == 0)
        {
            inspection.Add(end < inspection.Bytes.Length
                ? new Problem(
                    "limit.packets", $"The first {MaxLength} bytes of the transport stream contain no program tables; the rest was not read.")
                : new Problem("container.noTracks", "The transport stream contains no program tables."));
        }

        if (_tables.Video is var (_, format))
        {
            var source = new Source("TS/SEI", _accessUnitOffset, _accessUnit.Count, format.Clause);
            inspection.Add(SeiReader.Read(_accessUnit.ToArray(), format, source));
        }
    }

    /// <summary>Finds the packets behind damage, as decoders do; what was lost is lost for them too.</summary>
    /// <returns>The next sync byte; null if there is none near.</returns>
    private async ValueTask<long?> FindNextAsync(long damage, int stride)
    {
        for (var start = damage; start < damage + MaxGap; start += BlockLength)
        {
            var block = await inspection.Bytes.PeekAsync(start, BlockLength + PacketGrid.Reach);
            if (PacketGrid.Find(block.Span, stride, BlockLength) is { First: var first })
            {
                inspection.Add(await Trailer.BetweenAsync(inspection.Bytes, damage, start + first, "TS"));
                return start + first;
            }
        }

        inspection.Add(new Problem(
            "container.damaged", $"There is no transport packet at byte {damage}.", new Source("TS", damage, TransportPacket.Length)));
        return null;
    }

    private void ReadPacket(ReadOnlySpan<byte> bytes, long position)
    {
        var packet = TransportPacket.Read(bytes);
        if (_tables.Video?.Pid == packet.Pid)
        {
            AddVideo(bytes[packet.PayloadStart..], packet.StartsUnit, position);
        }
        else
        {
            _tables.Read(packet, bytes);
        }
    }

    /// <summary>Appends video data; the PES header (2.4.3.6) before each access unit is skipped.</summary>
    private void AddVideo(ReadOnlySpan<byte> payload, bool startsUnit, long position)
    {
        if (startsUnit && payload.Length > 9 && payload.StartsWith((ReadOnlySpan<byte>)[0, 0, 1]))
        {
            payload = payload[Math.Min(9 + payload[8], payload.Length)..];
        }

        _accessUnitOffset = _accessUnit.Count == 0 ? position : _accessUnitOffset;
        _accessUnit.AddRange(payload);
    }
}
