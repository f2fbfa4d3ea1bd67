using System.Buffers.Binary;

namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>Boxes of ISO/IEC 14496-12 in memory: a type, and what stands in it.</summary>
internal readonly record struct Box(uint Type, ReadOnlyMemory<byte> Payload)
{
    private const int HeaderLength = 8;

    /// <summary>The boxes that stand one behind the other.</summary>
    /// <exception cref="InvalidDataException">One is longer than what holds it.</exception>
    public static IEnumerable<Box> In(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var length = bytes.Length < HeaderLength ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes.Span);
            if (length < HeaderLength || length > bytes.Length)
            {
                throw new InvalidDataException("A box of the encoder's index is cut short.");
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

    /// <summary>A whole box with its header.</summary>
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

/// <summary>Types of the boxes that are taken apart or written.</summary>
internal static class BoxType
{
    public const uint Ftyp = 0x66747970;
    public const uint Moov = 0x6D6F6F76;
    public const uint Mvhd = 0x6D766864;
    public const uint Trak = 0x7472616B;
    public const uint Tkhd = 0x746B6864;
    public const uint Edts = 0x65647473;
    public const uint Elst = 0x656C7374;
    public const uint Mdia = 0x6D646961;
    public const uint Mdhd = 0x6D646864;
    public const uint Minf = 0x6D696E66;
    public const uint Stbl = 0x7374626C;
    public const uint Stsd = 0x73747364;
    public const uint Stts = 0x73747473;
    public const uint Ctts = 0x63747473;
    public const uint Stss = 0x73747373;
    public const uint Stsz = 0x7374737A;
    public const uint Stsc = 0x73747363;
    public const uint Stco = 0x7374636F;
    public const uint Co64 = 0x636F3634;
    public const uint Mvex = 0x6D766578;
    public const uint Udta = 0x75647461;
    public const uint Moof = 0x6D6F6F66;
    public const uint Traf = 0x74726166;
    public const uint Tfhd = 0x74666864;
    public const uint Tfdt = 0x74666474;
    public const uint Trun = 0x7472756E;
    public const uint Mdat = 0x6D646174;
}
