using System.Buffers.Binary;

namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>A box of ISO/IEC 14496-12 in memory: a type and its payload.</summary>
internal readonly record struct Box(uint Type, ReadOnlyMemory<byte> Payload)
{
    private const int HeaderLength = 8;

    /// <summary>Returns consecutive boxes.</summary>
    /// <exception cref="InvalidDataException">A box is longer than its parent.</exception>
    public static IEnumerable<Box> In(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var length = bytes.Length < HeaderLength ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes.Span);
            if (length < HeaderLength || length > bytes.Length)
            {
                throw new InvalidDataException("A box of the encoder's index is truncated.");
            }

            yield return new(BinaryPrimitives.ReadUInt32BigEndian(bytes.Span[4..]), bytes[HeaderLength..(int)length]);
            bytes = bytes[(int)length..];
        }
    }

    public IEnumerable<Box> Children => In(Payload);

    /// <exception cref="InvalidDataException">There is none.</exception>
    public Box Child(uint type) => FindChild(type) ?? throw new InvalidDataException($"The encoder's index has no box {type:x8}.");

    public Box? FindChild(uint type)
    {
        foreach (var child in Children)
        {
            if (child.Type == type)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>Builds a whole box with its header.</summary>
    public static byte[] Write(uint type, params IEnumerable<byte[]> parts)
    {
        byte[] payload = [.. parts.SelectMany(static part => part)];
        var box = new byte[HeaderLength + payload.Length];
        BinaryPrimitives.WriteUInt32BigEndian(box, checked((uint)box.Length));
        BinaryPrimitives.WriteUInt32BigEndian(box.AsSpan(4), type);
        payload.CopyTo(box, HeaderLength);
        return box;
    }

    public byte[] Write() => Write(Type, [Payload.ToArray()]);
}
