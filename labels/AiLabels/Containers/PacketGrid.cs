namespace AiLabels.Containers;

/// <summary>
/// The places of the packets of an MPEG-2 transport stream, found by their sync bytes: 188 bytes each, 192 with a timecode before each, 204
/// with a checksum at the end. A recording may begin within a packet.
/// </summary>
/// <param name="First">Offset of the first sync byte.</param>
/// <param name="Stride">Distance between sync bytes.</param>
internal readonly record struct PacketGrid(int First, int Stride)
{
    private const byte Sync = 0x47;
    private const int TimecodeLength = 4;
    private const int Expected = 3;

    private static ReadOnlySpan<byte> Strides => [188, 192, 204];

    /// <summary>Number of bytes behind a sync byte that show that it is one.</summary>
    public const int Reach = (Expected * 204) + 1;

    /// <param name="head">The first bytes of the file.</param>
    /// <returns>Null if this is not a transport stream.</returns>
    public static PacketGrid? Find(ReadOnlySpan<byte> head)
    {
        foreach (var stride in Strides)
        {
            if (Find(head, stride, stride) is { } grid)
            {
                return grid;
            }
        }

        return null;
    }

    /// <summary>Finds the next packets of a stream whose packets have this stride.</summary>
    /// <param name="most">Number of places that are tried.</param>
    public static PacketGrid? Find(ReadOnlySpan<byte> bytes, int stride, int most)
    {
        for (var first = 0; first < most; first++)
        {
            // One sync byte more where chance has many tries.
            var count = first is 0 or TimecodeLength ? Expected : Expected + 1;
            if (IsAt(bytes, first, stride, count))
            {
                return new(first, stride);
            }
        }

        return null;
    }

    private static bool IsAt(ReadOnlySpan<byte> head, int first, int stride, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var at = first + (i * stride);
            if (at >= head.Length || head[at] != Sync)
            {
                return false;
            }
        }

        return true;
    }
}
