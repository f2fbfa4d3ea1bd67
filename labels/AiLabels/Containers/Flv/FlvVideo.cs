using System.Buffers.Binary;
using AiLabels.Containers.Video;

namespace AiLabels.Containers.Flv;

/// <summary>H.264 and H.265 in video tags: E.4.3, and Enhanced RTMP v1 (veovera.org) for later codecs.</summary>
internal sealed class FlvVideo
{
    /// <summary>Length of the longest header before the data of a video tag.</summary>
    public const int MaxHeaderLength = 8;

    private const int Avc = 7;

    // Not in the specification; Chinese platforms used it for H.265 before a code was assigned.
    private const int Hevc = 12;
    private const uint AvcFourCc = 0x61766331; // avc1
    private const uint HevcFourCc = 0x68766331; // hvc1

    private enum PacketType
    {
        Configuration = 0,
        Frames = 1,
        FramesWithoutTime = 3,
    }

    /// <summary>How samples are stored; null until a configuration record has been read.</summary>
    public NalFormat? Format { get; private set; }

    /// <param name="tag">Data of a video tag.</param>
    /// <returns>Offset of the sample in the data, or null if there is none.</returns>
    public int? Read(ReadOnlySpan<byte> tag)
    {
        const int EnhancedHeader = 0x80;
        if (tag.Length < MaxHeaderLength)
        {
            return null;
        }

        return (tag[0] & EnhancedHeader) != 0
            ? Read(tag, (PacketType)(tag[0] & 0xF),
                BinaryPrimitives.ReadUInt32BigEndian(tag[1..]) switch { AvcFourCc => Avc, HevcFourCc => Hevc, _ => 0 }, isEnhanced: true)
            : Read(tag, (PacketType)tag[1], tag[0] & 0xF, isEnhanced: false);
    }

    private int? Read(ReadOnlySpan<byte> tag, PacketType type, int codec, bool isEnhanced)
    {
        // Codec and type, then a composition time of three bytes; an enhanced tag has the time only before some frames.
        const int HeaderLength = 5;
        if (codec is not (Avc or Hevc))
        {
            return null;
        }

        switch (type)
        {
            case PacketType.Configuration:
                Format = codec == Avc ? NalFormat.FromAvcC(tag[HeaderLength..]) : NalFormat.FromHvcC(tag[HeaderLength..]);
                return null;
            case PacketType.Frames:
                return isEnhanced ? MaxHeaderLength : HeaderLength;
            case PacketType.FramesWithoutTime when isEnhanced:
                return HeaderLength;
            default:
                return null;
        }
    }
}
