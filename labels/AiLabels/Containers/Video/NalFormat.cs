namespace AiLabels.Containers.Video;

internal enum VideoCodec
{
    H264,
    H265,
}

/// <summary>
/// How NAL units are stored: with a length before each (ISO/IEC 14496-15), or as a byte stream with start codes (annex B of H.264 and
/// H.265).
/// </summary>
/// <param name="LengthSize">Bytes of each length, 1 to 4; 0 for a byte stream.</param>
internal sealed record NalFormat(VideoCodec Codec, int LengthSize)
{
    /// <summary>SEI units of the whole track in its configuration record, each after its length.</summary>
    public ReadOnlyMemory<byte> TrackSei { get; private init; }

    private static ReadOnlySpan<byte> StartCode => [0, 0, 1];

    public static NalFormat ByteStream(VideoCodec codec) => new(codec, LengthSize: 0);

    /// <summary>AVCDecoderConfigurationRecord, ISO/IEC 14496-15 clause 5.3.3.1.</summary>
    public static NalFormat? FromAvcC(ReadOnlySpan<byte> record) =>
        record is [1, _, _, _, var length, ..] ? new(VideoCodec.H264, (length & 3) + 1) : null;

    /// <summary>HEVCDecoderConfigurationRecord, ISO/IEC 14496-15 clause 8.3.3.1.</summary>
    public static NalFormat? FromHvcC(ReadOnlySpan<byte> record) =>
        record.Length > 21 ? new(VideoCodec.H265, (record[21] & 3) + 1) { TrackSei = HvccArrays.Sei(record[22..]) } : null;

    /// <summary>Returns true for an SEI unit that precedes the picture (H.264 table 7-1, H.265 table 7-1).</summary>
    public bool IsSei(ReadOnlySpan<byte> unit) => Codec == VideoCodec.H264 ? (unit[0] & 0x1F) == 6 : ((unit[0] >> 1) & 0x3F) == 39;

    /// <summary>Returns true for a unit that holds a part of the picture: marks precede it.</summary>
    public bool IsSlice(ReadOnlySpan<byte> unit) =>
        Codec == VideoCodec.H264 ? (unit[0] & 0x1F) is >= 1 and <= 5 : ((unit[0] >> 1) & 0x3F) < 32;

    /// <summary>Gets the clause that defines the syntax of user_data_unregistered.</summary>
    public string Clause => Codec == VideoCodec.H264 ? "ITU-T H.264 D.1.7" : "ITU-T H.265 D.2.7";

    public int HeaderLength => Codec == VideoCodec.H264 ? 1 : 2;

    /// <summary>Takes the next unit from the beginning of the data; a unit may be truncated at the end.</summary>
    public bool TryTakeUnit(ref ReadOnlySpan<byte> data, out ReadOnlySpan<byte> unit)
    {
        unit = LengthSize == 0 ? TakeByStartCode(ref data) : TakeByLength(ref data);
        return unit.Length > HeaderLength;
    }

    private ReadOnlySpan<byte> TakeByLength(ref ReadOnlySpan<byte> data)
    {
        if (data.Length < LengthSize)
        {
            return [];
        }

        uint length = 0;
        foreach (var b in data[..LengthSize])
        {
            length = (length << 8) | b;
        }

        var unit = data[LengthSize..];
        unit = unit[..(int)Math.Min(length, (uint)unit.Length)];
        data = data[(LengthSize + unit.Length)..];
        return unit;
    }

    private static ReadOnlySpan<byte> TakeByStartCode(ref ReadOnlySpan<byte> data)
    {
        var start = data.IndexOf(StartCode);
        if (start < 0)
        {
            return [];
        }

        data = data[(start + StartCode.Length)..];
        var next = data.IndexOf(StartCode);
        var unit = next < 0 ? data : data[..next];
        data = data[unit.Length..];
        return unit;
    }
}
