using System.Buffers.Binary;

namespace AiLabels.Containers.Riff.Writing;

/// <summary>Builds RIFF chunks: little-endian sizes, padded to an even length.</summary>
internal static class ChunkBuilder
{
    public static byte[] Chunk(uint id, ReadOnlySpan<byte> payload) =>
        [.. Header(id, (uint)payload.Length), .. payload, .. new byte[payload.Length & 1]];

    public static byte[] List(uint type, byte[] child)
    {
        byte[] payload = [.. Id(type), .. child];
        return Chunk(ChunkId.List, payload);
    }

    public static byte[] Header(uint id, uint size) => [.. Id(id), .. UInt32(size)];

    public static byte[] UInt32(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    public static byte[] UInt64(ulong value)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Id(uint id)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, id);
        return bytes;
    }
}
