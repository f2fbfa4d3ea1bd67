namespace AiLabels.Pixels.Burning.H264;

/// <summary>Reads the bits of a raw byte sequence payload, ISO/IEC 14496-10 clause 7.2.</summary>
/// <exception cref="InvalidDataException">The payload ends before the field, or a number is too long.</exception>
internal sealed class BitReader
{
    private const int MaxExponent = 31;
    private const int Escape = 3;

    private readonly byte[] _bytes;
    private int _position;

    /// <param name="payload">Bytes of a NAL unit after its header.</param>
    public BitReader(ReadOnlySpan<byte> payload) => _bytes = Unescape(payload);

    public bool Flag() => Bits(1) != 0;

    public uint Bits(int count)
    {
        var value = 0u;
        for (var i = 0; i < count; i++)
        {
            if (_position >= _bytes.Length * 8)
            {
                throw new InvalidDataException("A parameter set of the video ends within a field.");
            }

            value = (value << 1) | (uint)((_bytes[_position / 8] >> (7 - (_position % 8))) & 1);
            _position++;
        }

        return value;
    }

    /// <summary>Reads ue(v), clause 9.1.</summary>
    public uint Unsigned()
    {
        var zeros = 0;
        while (!Flag())
        {
            if (++zeros > MaxExponent)
            {
                throw new InvalidDataException("A number of the video is too long.");
            }
        }

        return checked((1u << zeros) - 1 + Bits(zeros));
    }

    /// <summary>Reads se(v), clause 9.1.1.</summary>
    public int Signed()
    {
        var code = Unsigned();
        return (int)((code % 2 == 0 ? -1L : 1L) * ((code + 1L) / 2));
    }

    /// <summary>Removes the bytes that keep start codes out of the payload, clause 7.4.1.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> payload)
    {
        var bytes = new List<byte>(payload.Length);
        var zeros = 0;
        foreach (var value in payload)
        {
            if (zeros >= 2 && value == Escape)
            {
                zeros = 0;
                continue;
            }

            zeros = value == 0 ? zeros + 1 : 0;
            bytes.Add(value);
        }

        return [.. bytes];
    }
}
