using AiLabels.Containers.Video;
using AiLabels.Reports;

namespace AiLabels.Containers.Matroska;

/// <summary>Collects <see cref="TrackFacts"/> from one TrackEntry.</summary>
internal sealed class Track
{
    private ulong _type;
    private string? _codec;
    private byte[] _codecPrivate = [];
    private int? _width;
    private int? _height;
    private (int Left, int Top, int Right, int Bottom) _crop;

    public ulong Number { get; private set; }

    /// <summary>Location of the configuration record.</summary>
    public Source Configuration { get; private set; } = new("Segment/Tracks/TrackEntry", 0, 0);

    /// <summary>How H.264 and H.265 samples are stored: CodecPrivate is the record that MP4 holds in avcC and hvcC.</summary>
    public NalFormat? Format => _codec switch
    {
        "V_MPEG4/ISO/AVC" => NalFormat.FromAvcC(_codecPrivate),
        "V_MPEGH/ISO/HEVC" => NalFormat.FromHvcC(_codecPrivate),
        _ => null,
    };

    /// <summary>RFC 9559 clause 5.1.4.1.3.</summary>
    private TrackKind Kind => _type switch
    {
        1 => TrackKind.Video,
        2 => TrackKind.Audio,
        17 => TrackKind.Text,
        _ => TrackKind.Other,
    };

    public void Read(Element element, ReadOnlySpan<byte> value)
    {
        switch (element.Id)
        {
            case ElementId.TrackNumber:
                Number = Element.BigEndian(value);
                break;
            case ElementId.TrackType:
                _type = Element.BigEndian(value);
                break;
            case ElementId.CodecId:
                _codec = SegmentFacts.Text(value);
                break;
            case ElementId.CodecPrivate:
                _codecPrivate = value.ToArray();
                Configuration = element.At("Segment/Tracks/TrackEntry/CodecPrivate");
                break;
            case ElementId.PixelWidth:
                _width = Pixels(value);
                break;
            case ElementId.PixelHeight:
                _height = Pixels(value);
                break;
            case ElementId.PixelCropLeft:
                _crop.Left = Pixels(value);
                break;
            case ElementId.PixelCropTop:
                _crop.Top = Pixels(value);
                break;
            case ElementId.PixelCropRight:
                _crop.Right = Pixels(value);
                break;
            case ElementId.PixelCropBottom:
                _crop.Bottom = Pixels(value);
                break;
        }
    }

    public TrackFacts ToTrackFacts() => new(Kind, _codec, _width, _height, Rotation: null)
    {
        Shown = ShownArea.In(
            _width, _height, _crop.Left, _crop.Top,
            (_width ?? 0.0) - _crop.Left - _crop.Right, (_height ?? 0.0) - _crop.Top - _crop.Bottom),
    };

    private static int Pixels(ReadOnlySpan<byte> value) => (int)Math.Min(Element.BigEndian(value), int.MaxValue);
}
