namespace AiLabels.Tests.Negatives;

/// <summary>Packets of MPEG-2 transport streams.</summary>
internal static class Packets
{
    private const int Length = 188;

    /// <summary>A packet that begins a unit, filled up with ones.</summary>
    public static byte[] Packet(int pid, byte[] payload) =>
        [0x47, (byte)(0x40 | (pid >> 8)), (byte)pid, 0x10, .. payload, .. Enumerable.Repeat((byte)0xFF, Length - 4 - payload.Length)];

    /// <summary>A packet with a time code before it (192) or a checksum behind (204).</summary>
    public static byte[] Strided(byte[] packet, int stride) => stride switch
    {
        192 => [0, 1, 2, 3, .. packet],
        204 => [.. packet, .. new byte[16]],
        _ => packet,
    };

    /// <summary>Program tables, then packets of one H.264 stream.</summary>
    public static IEnumerable<byte[]> Program(int count) =>
    [
        Packet(0, [0, 0x00, 0xB0, 0x0D, 0, 1, 0xC1, 0, 0, 0, 1, 0xE1, 0x00, 0, 0, 0, 0]),
        Packet(0x100, [0, 0x02, 0xB0, 0x12, 0, 1, 0xC1, 0, 0, 0xE1, 0x01, 0xF0, 0, 0x1B, 0xE1, 0x01, 0xF0, 0, 0, 0, 0, 0]),
        .. Enumerable.Repeat(Packet(0x101, [0, 0, 1, 0xE0, 0, 0, 0x80, 0, 0, 0, 0, 0, 1, 9, 0xF0]), count),
    ];
}
