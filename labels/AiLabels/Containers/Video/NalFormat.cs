namespace AiLabels.Containers.Video;

internal enum VideoCodec
{
    H264,
    H265,
}

/// <summary>How a track stores the NAL units of its samples: a length before each, as ISO/IEC 14496-15 has it.</summary>
/// <param name="LengthSize">Bytes of each length, 1 to 4.</param>
internal sealed record NalFormat(VideoCodec Codec, int LengthSize)
{
    /// <summary>AVCDecoderConfigurationRecord, ISO/IEC 14496-15 clause 5.3.3.1.</summary>
    public static NalFormat? FromAvcC(ReadOnlySpan<byte> record) => record is [1, _, _, _, var length, ..] ? new(VideoCodec.H264, (length & 3) + 1) : null;

    /// <summary>HEVCDecoderConfigurationRecord, ISO/IEC 14496-15 clause 8.3.3.1.</summary>
    public static NalFormat? FromHvcC(ReadOnlySpan<byte> record) => record.Length > 21 ? new(VideoCodec.H265, (record[21] & 3) + 1) : null;

    /// <summary>True for an SEI unit that stands before the picture (H.264 table 7-1, H.265 table 7-1).</summary>
    public bool IsSei(ReadOnlySpan<byte> unit) => Codec == VideoCodec.H264 ? (unit[0] & 0x1F) == 6 : ((unit[0] >> 1) & 0x3F) == 39;

    /// <summary>True for a unit that holds a part of the picture: what we look for stands before it.</summary>
    public bool IsSlice(ReadOnlySpan<byte> unit) => Codec == VideoCodec.H264 ? (unit[0] & 0x1F) is >= 1 and <= 5 : ((unit[0] >> 1) & 0x3F) < 32;

    /// <summary>Where the syntax of user_data_unregistered is defined.</summary>
    public string Clause => Codec == VideoCodec.H264 ? "ITU-T H.264 D.1.7" : "ITU-T H.265 D.2.7";

    public int HeaderLength => Codec == VideoCodec.H264 ? 1 : 2;
}
