using System.Buffers.Binary;

namespace AiLabels.Containers.MpegTs;

/// <summary>
/// The header of a packet, ISO/IEC 13818-1 clause 2.4.3.2: sync byte, flags and PID, then an adaptation field, then the payload.
/// </summary>
/// <param name="StartsUnit">Whether a section or an access unit begins in its payload.</param>
/// <param name="PayloadStart">Offset of the payload in the packet; the packet length if there is none.</param>
internal readonly record struct TransportPacket(int Pid, bool StartsUnit, int PayloadStart)
{
    public const byte Sync = 0x47;
    public const int Length = 188;

    /// <param name="packet"><see cref="Length"/> bytes, the sync byte first.</param>
    public static TransportPacket Read(ReadOnlySpan<byte> packet)
    {
        var flags = BinaryPrimitives.ReadUInt16BigEndian(packet[1..]);
        var start = (packet[3] & 0x20) != 0 ? 5 + packet[4] : 4;
        return new(flags & 0x1FFF, (flags & 0x4000) != 0, (packet[3] & 0x10) != 0 ? Math.Min(start, Length) : Length);
    }
}
