using System.Buffers.Binary;
using AiLabels.Containers.Video;
using AiLabels.Reports;

namespace AiLabels.Containers.IsoBmff;

/// <summary>Collects <see cref="TrackFacts"/> from one trak box.</summary>
internal sealed class Track
{
    private const uint VideoHandler = 0x76696465; // vide
    private const uint AudioHandler = 0x736F756E; // soun
    private const uint TextHandler = 0x74657874; // text
    private const uint SubtitleHandler = 0x73756274; // subt
    private const uint ClosedCaptionHandler = 0x636C6370; // clcp
    private const uint SubtitlePictureHandler = 0x7362746C; // sbtl

    private TrackKind? _kind;
    private int? _rotation;

    public TrackKind Kind => _kind ?? TrackKind.Other;

    /// <summary>track_ID, which fragments refer to.</summary>
    public uint Id { get; private set; }

    public SampleEntry? Entry { get; private set; }

    /// <summary>The stsd box that holds <see cref="Entry"/>.</summary>
    public Box EntryBox { get; private set; }

    public SampleTable Samples { get; } = new();

    public void Read(Box box, ReadOnlySpan<byte> payload)
    {
        switch (box.Type)
        {
            case BoxType.Tkhd:
                _rotation = ReadRotation(payload);
                Id = ReadId(payload);
                break;
            case BoxType.Hdlr when payload.Length >= 12:
                // The first handler is the media's; QuickTime has a second one for the data reference.
                _kind ??= KindOf(BinaryPrimitives.ReadUInt32BigEndian(payload[8..]));
                break;
            case BoxType.Stsd when Entry is null:
                Entry = SampleEntry.Read(payload, Kind);
                EntryBox = box;
                break;
            default:
                Samples.Read(box.Type, payload, SeiReader.MaxSamples);
                break;
        }
    }

    public TrackFacts ToTrackFacts() => new(Kind, Entry?.Codec, Entry?.Width, Entry?.Height, Kind == TrackKind.Video ? _rotation : null)
    {
        Shown = Entry?.Shown,
    };

    private static TrackKind KindOf(uint handler) => handler switch
    {
        VideoHandler => TrackKind.Video,
        AudioHandler => TrackKind.Audio,
        TextHandler or SubtitleHandler or ClosedCaptionHandler or SubtitlePictureHandler => TrackKind.Text,
        _ => TrackKind.Other,
    };

    private static uint ReadId(ReadOnlySpan<byte> payload)
    {
        var id = payload is [1, ..] ? 20 : 12;
        return payload.Length >= id + 4 ? BinaryPrimitives.ReadUInt32BigEndian(payload[id..]) : 0;
    }

    /// <summary>tkhd, 8.3.2: the matrix {a b u c d v x y w} rotates by atan2(b, a), clockwise because y points down.</summary>
    private static int? ReadRotation(ReadOnlySpan<byte> payload)
    {
        var matrix = payload is [1, ..] ? 52 : 40;
        if (payload.Length < matrix + 8)
        {
            return null;
        }

        var a = BinaryPrimitives.ReadInt32BigEndian(payload[matrix..]);
        var b = BinaryPrimitives.ReadInt32BigEndian(payload[(matrix + 4)..]);
        return ((int)Math.Round(Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360;
    }
}
