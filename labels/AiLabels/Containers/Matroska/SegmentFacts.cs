using System.Buffers.Binary;
using System.Text;
using AiLabels.Reports;

namespace AiLabels.Containers.Matroska;

/// <summary>Collects facts from the EBML header, Info and Tracks as the reader visits them.</summary>
internal sealed class SegmentFacts
{
    /// <summary>Maximum number of bytes read of a value: CodecPrivate may hold a generator's mark.</summary>
    public const int MaxValueLength = 64 << 10;

    private readonly List<Track> _tracks = [];
    private string? _docType;
    private double? _duration;
    private ulong _timestampScale = 1_000_000;
    private string? _writingApp;

    public string? Encoder { get; set; }

    public bool HasTracks { get; private set; }

    /// <summary>The first track whose samples may hold SEI messages.</summary>
    public Track? NalTrack => _tracks.Find(static t => t.Format is not null);

    public static bool IsInteresting(uint id) =>
        id is ElementId.DocType or ElementId.Duration or ElementId.TimestampScale or ElementId.MuxingApp
        or ElementId.WritingApp or ElementId.TrackType or ElementId.CodecId or ElementId.PixelWidth or ElementId.PixelHeight
            or ElementId.PixelCropBottom or ElementId.PixelCropLeft or ElementId.PixelCropRight or ElementId.PixelCropTop
            or ElementId.TrackNumber or ElementId.CodecPrivate;

    public void Enter(uint id)
    {
        HasTracks |= id == ElementId.Tracks;
        if (id == ElementId.TrackEntry)
        {
            _tracks.Add(new Track());
        }
    }

    public void Read(Element element, ReadOnlySpan<byte> value)
    {
        switch (element.Id)
        {
            case ElementId.DocType:
                _docType = Text(value);
                break;
            case ElementId.Duration:
                _duration = Float(value);
                break;
            case ElementId.TimestampScale:
                _timestampScale = Element.BigEndian(value);
                break;
            case ElementId.WritingApp:
                _writingApp = Text(value);
                break;
            case ElementId.MuxingApp:
                _writingApp ??= Text(value);
                break;
            default:
                _tracks.LastOrDefault()?.Read(element, value);
                break;
        }
    }

    public ContainerFacts ToContainerFacts() => new()
    {
        Format = _docType == "webm" ? ContainerFormat.WebM : ContainerFormat.Matroska,
        Brand = _docType,
        // Duration counts units of TimestampScale nanoseconds.
        Duration = MediaDuration.FromSeconds(_duration * _timestampScale / 1e9),
        Tracks = [.. _tracks.Select(static t => t.ToTrackFacts())],
        Encoder = _writingApp ?? Encoder,
    };

    public static string Text(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value).TrimEnd('\0');

    private static double? Float(ReadOnlySpan<byte> value) => value.Length switch
    {
        4 => BinaryPrimitives.ReadSingleBigEndian(value),
        8 => BinaryPrimitives.ReadDoubleBigEndian(value),
        _ => null,
    };
}
