using System.Buffers.Binary;

namespace AiLabels.Pixels.Burning.H264;

/// <summary>The NAL units of one sample, each after its length in four bytes.</summary>
internal sealed class AccessUnit(ReadOnlyMemory<byte> sample)
{
    public const int LengthSize = 4;

    private static ReadOnlySpan<byte> StartCode => [0, 0, 0, 1];

    /// <summary>primary_pic_type 7: any slices.</summary>
    private static ReadOnlySpan<byte> Delimiter => [0, 0, 0, 1, NalType.Delimiter, 0xF0];

    /// <exception cref="InvalidDataException">A unit is longer than the sample.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Units
    {
        get
        {
            for (var rest = sample; !rest.IsEmpty;)
            {
                var length = rest.Length < LengthSize ? 0 : BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
                if (length == 0 || length > rest.Length - LengthSize)
                {
                    throw new InvalidDataException("A picture of the video is malformed.");
                }

                yield return rest.Slice(LengthSize, (int)length);
                rest = rest[(LengthSize + (int)length)..];
            }
        }
    }

    /// <summary>Every slice belongs to an IDR picture: decoding can begin here, and nothing after it refers to what is before it.</summary>
    public bool IsIdr
    {
        get
        {
            var slices = Units.Select(static unit => NalType.Of(unit.Span[0])).Where(static type => type is >= 1 and <= 5).ToList();
            return slices.Count > 0 && slices.TrueForAll(static type => type == NalType.IdrSlice);
        }
    }

    /// <summary>Gets the number of the picture parameter set of the first slice.</summary>
    /// <exception cref="InvalidDataException">There is no slice.</exception>
    public uint PictureParameters
    {
        get
        {
            foreach (var unit in Units.Where(static unit => NalType.Of(unit.Span[0]) is NalType.Slice or NalType.IdrSlice))
            {
                // Three numbers of up to 63 bits begin a slice.
                var bits = new BitReader(unit.Span[1..Math.Min(unit.Length, 32)]);
                bits.Unsigned();
                bits.Unsigned();
                return bits.Unsigned();
            }

            throw new InvalidDataException("A picture of the video has no slice.");
        }
    }

    /// <returns>What of it makes the opening more than pictures that an encoder can replace; null if nothing does.</returns>
    public string? Unusual(AvcConfiguration record)
    {
        foreach (var unit in Units)
        {
            var reason = NalType.Of(unit.Span[0]) switch
            {
                NalType.Slice or NalType.IdrSlice or NalType.Delimiter or NalType.Filler => null,
                NalType.Sei => SeiMessages.Turn(unit.Span) ? "its pictures are turned by a message" : null,
                NalType.SequenceParameters => Holds(record.Sequences, unit) ? null : "its parameters change within the opening",
                NalType.PictureParameters => Holds(record.Pictures, unit) ? null : "its parameters change within the opening",
                var type => $"its opening has units of type {type}",
            };
            if (reason is not null)
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>Writes it as a byte stream, annex B, delimited so that a decoder takes it for one picture.</summary>
    public void WriteTo(MemoryStream stream)
    {
        stream.Write(Delimiter);
        foreach (var unit in Units.Where(static unit => NalType.Of(unit.Span[0]) != NalType.Delimiter))
        {
            Write(stream, unit.Span);
        }
    }

    public static void Write(MemoryStream stream, ReadOnlySpan<byte> unit)
    {
        stream.Write(StartCode);
        stream.Write(unit);
    }

    private static bool Holds(IReadOnlyList<byte[]> sets, ReadOnlyMemory<byte> unit) =>
        sets.Any(set => set.AsSpan().SequenceEqual(unit.Span));
}
