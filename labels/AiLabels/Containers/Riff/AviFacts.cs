using System.Buffers.Binary;
using AiLabels.Containers.Video;
using AiLabels.Reports;

namespace AiLabels.Containers.Riff;

/// <summary>Collects facts from avih, dmlh, strh and strf as the reader visits them.</summary>
internal sealed class AviFacts
{
    /// <summary>Maximum number of bytes read of a chunk.</summary>
    public const int MaxChunkLength = 64;

    private const uint Video = 0x76696473; // vids
    private const uint Audio = 0x61756473; // auds
    private const uint Text = 0x74787473; // txts

    private readonly List<TrackFacts> _tracks = [];
    private TrackKind _kind;
    private uint _microsecondsPerFrame;
    private uint _frames;

    /// <summary>How the samples of the first video stream are stored, if they may hold SEI.</summary>
    public NalFormat? Format { get; private set; }

    public string? Encoder { get; set; }

    public static bool IsInteresting(uint id) => id is ChunkId.Avih or ChunkId.Dmlh or ChunkId.Strh or ChunkId.Strf;

    public void Read(uint id, ReadOnlySpan<byte> payload)
    {
        switch (id)
        {
            case ChunkId.Avih when payload.Length >= 20:
                _microsecondsPerFrame = BinaryPrimitives.ReadUInt32LittleEndian(payload);
                _frames = BinaryPrimitives.ReadUInt32LittleEndian(payload[16..]);
                break;
            case ChunkId.Dmlh when payload.Length >= 4:
                // avih counts only the frames of the first RIFF chunk.
                _frames = Math.Max(_frames, BinaryPrimitives.ReadUInt32LittleEndian(payload));
                break;
            case ChunkId.Strh when payload.Length >= 4:
                _kind = KindOf(BinaryPrimitives.ReadUInt32BigEndian(payload));
                break;
            case ChunkId.Strf:
                _tracks.Add(ReadFormat(payload));
                Format ??= NalFormatOf(_tracks[^1]);
                break;
        }
    }

    public ContainerFacts ToContainerFacts() => new()
    {
        Format = ContainerFormat.Avi,
        Duration = MediaDuration.FromSeconds((double)_frames * _microsecondsPerFrame / 1e6),
        Tracks = _tracks,
        Encoder = Encoder,
    };

    /// <summary>BITMAPINFOHEADER or WAVEFORMATEX.</summary>
    private TrackFacts ReadFormat(ReadOnlySpan<byte> format) => _kind switch
    {
        TrackKind.Video when format.Length >= 20 => new(
            _kind,
            FourCc.ToText(BinaryPrimitives.ReadUInt32BigEndian(format[16..])),
            BinaryPrimitives.ReadInt32LittleEndian(format[4..]),
            // A negative height means that the picture is stored top-down.
            (int)Math.Min(Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(format[8..])), int.MaxValue),
            Rotation: null),
        TrackKind.Audio when format.Length >= 2 => new(_kind, $"0x{BinaryPrimitives.ReadUInt16LittleEndian(format):X4}", null, null, null),
        _ => new(_kind, null, null, null, null),
    };

    /// <summary>A byte stream whatever the code: AVI has no field for the length prefixes of NAL units.</summary>
    private static NalFormat? NalFormatOf(TrackFacts track) => track.Codec?.ToUpperInvariant() switch
    {
        "H264" or "X264" or "AVC1" or "DAVC" => NalFormat.ByteStream(VideoCodec.H264),
        "HEVC" or "H265" or "HVC1" or "HEV1" => NalFormat.ByteStream(VideoCodec.H265),
        _ => null,
    };

    private static TrackKind KindOf(uint type) => type switch
    {
        Video => TrackKind.Video,
        Audio => TrackKind.Audio,
        Text => TrackKind.Text,
        _ => TrackKind.Other,
    };
}
