using System.Buffers.Binary;

namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>Reads consecutive big-endian fields.</summary>
/// <exception cref="InvalidDataException">The box ends before the field.</exception>
internal ref struct FieldReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint)));

    public int Int32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    public long Int64() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_rest.Length < count)
        {
            throw new InvalidDataException("A box of the encoder's output ends within a field.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
