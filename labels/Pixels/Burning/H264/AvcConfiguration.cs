using System.Buffers.Binary;

namespace AiLabels.Pixels.Burning.H264;

/// <summary>AVCDecoderConfigurationRecord, ISO/IEC 14496-15 clause 5.3.3.1.</summary>
/// <param name="LengthSize">Bytes of the length before each NAL unit in samples.</param>
/// <param name="Sequences">Sequence parameter sets, as NAL units.</param>
/// <param name="Pictures">Picture parameter sets, as NAL units.</param>
internal sealed record AvcConfiguration(
    byte Profile, byte Compatibility, byte Level, int LengthSize, IReadOnlyList<byte[]> Sequences, IReadOnlyList<byte[]> Pictures)
{
    private const byte Version = 1;
    private const byte Main = 77;
    private const byte Baseline = 66;
    private const byte Extended = 88;
    private const int FixedLength = 6;

    public bool HasHighFields => Profile is not (Baseline or Main or Extended);

    /// <exception cref="InvalidDataException">It is malformed.</exception>
    public static AvcConfiguration Read(ReadOnlySpan<byte> record)
    {
        if (record.Length < FixedLength || record[0] != Version)
        {
            throw Malformed();
        }

        var at = FixedLength;
        var sequences = Units(record, record[5] & 0x1F, ref at);
        var pictures = Units(record, At(record, at++), ref at);
        return new(record[1], record[2], record[3], (record[4] & 3) + 1, sequences, pictures);
    }

    /// <summary>
    /// Describes a stream whose parts use either's parameter sets: the highest level, and the constraints that both keep. The profiles are
    /// the same.
    /// </summary>
    public AvcConfiguration With(AvcConfiguration other) => this with
    {
        Compatibility = (byte)(Compatibility & other.Compatibility),
        Level = Math.Max(Level, other.Level),
        Sequences = [.. other.Sequences, .. Sequences],
        Pictures = [.. other.Pictures, .. Pictures],
    };

    /// <summary>Gets the number of a picture parameter set, and of the sequence parameter set that it refers to.</summary>
    public static (uint Id, uint Sequence) Numbers(ReadOnlySpan<byte> picture)
    {
        var bits = new BitReader(picture[1..]);
        return (bits.Unsigned(), bits.Unsigned());
    }

    public byte[] Write() =>
    [
        Version, Profile, Compatibility, Level, (byte)(0xFC | (LengthSize - 1)), (byte)(0xE0 | Sequences.Count),
        .. Sequences.SelectMany(Sized), (byte)Pictures.Count, .. Pictures.SelectMany(Sized),
        // chroma_format, bit depths and the number of extensions: 8-bit 4:2:0, none.
        .. HasHighFields ? (byte[])[0xFD, 0xF8, 0xF8, 0] : [],
    ];

    private static List<byte[]> Units(ReadOnlySpan<byte> record, int count, ref int at)
    {
        List<byte[]> units = [];
        for (; count > 0; count--)
        {
            var length = At(record, at) << 8 | At(record, at + 1);
            at += 2;
            if (length == 0 || length > record.Length - at)
            {
                throw Malformed();
            }

            units.Add(record.Slice(at, length).ToArray());
            at += length;
        }

        return units;
    }

    private static byte At(ReadOnlySpan<byte> record, int at) => at < record.Length ? record[at] : throw Malformed();

    private static IEnumerable<byte> Sized(byte[] unit)
    {
        var length = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)unit.Length));
        return length.Concat(unit);
    }

    private static InvalidDataException Malformed() => new("The configuration record of the video is malformed.");
}
