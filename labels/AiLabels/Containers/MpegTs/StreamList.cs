using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.MpegTs;

/// <summary>Lists a transport stream, which has no tree: its packets are counted by PID, with names from the program's tables.</summary>
internal sealed class StreamList(InspectionContext inspection)
{
    private const int NullPid = 0x1FFF;

    private readonly SortedDictionary<int, (long Offset, long Packets)> _streams = [];
    private readonly ProgramTables _tables = new();

    public async ValueTask ReadAsync(TreeWalk tree)
    {
        try
        {
            await CountAsync();
        }
        finally
        {
            foreach (var (pid, (offset, packets)) in _streams)
            {
                tree.Add(new(0, $"PID 0x{pid:X4}", offset, packets * TransportPacket.Length, $"{NameOf(pid)}, {packets} packets"));
            }
        }
    }

    private async ValueTask CountAsync()
    {
        var grid = PacketGrid.Find((await inspection.Bytes.PeekAsync(0, ContainerSniffer.Length)).Span) ?? default;
        for (long position = grid.First; position + TransportPacket.Length <= inspection.Bytes.Length; position += grid.Stride)
        {
            var bytes = (await inspection.Bytes.PeekAsync(position, TransportPacket.Length)).Span;
            if (bytes[0] != TransportPacket.Sync)
            {
                inspection.Add(
                    new Problem("container.damaged", $"There is no transport packet at byte {position}.",
                        new Source("TS", position, TransportPacket.Length)));
                return;
            }

            var packet = TransportPacket.Read(bytes);
            var (offset, packets) = _streams.GetValueOrDefault(packet.Pid, (position, 0));
            _streams[packet.Pid] = (offset, packets + 1);
            _tables.Read(packet, bytes);
        }
    }

    private string NameOf(int pid) =>
        pid == ProgramTables.AssociationPid ? "program association table"
        : pid == _tables.ProgramMapPid ? "program map table"
        : pid == NullPid ? "padding"
        : _tables.Streams.TryGetValue(pid, out var track) ? $"{CamelCase.Name(track.Kind)} {track.Codec}"
        : "not in the program";
}
