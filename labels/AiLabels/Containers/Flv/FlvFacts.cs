using AiLabels.Reports;

namespace AiLabels.Containers.Flv;

/// <summary>Collects facts from onMetaData.</summary>
internal sealed class FlvFacts
{
    private readonly Dictionary<string, double> _numbers = new(StringComparer.Ordinal);

    public string? Encoder { get; set; }

    public void Read(string name, double value) => _numbers[name] = value;

    public ContainerFacts ToContainerFacts() => new()
    {
        Format = ContainerFormat.Flv,
        Duration = MediaDuration.FromSeconds(Number("duration")),
        Tracks = [.. Tracks()],
        Encoder = Encoder,
    };

    private IEnumerable<TrackFacts> Tracks()
    {
        if (Number("videocodecid") is { } video)
        {
            yield return new(TrackKind.Video, VideoCodec(video), Pixels("width"), Pixels("height"), Rotation: null);
        }

        if (Number("audiocodecid") is { } audio)
        {
            yield return new(TrackKind.Audio, AudioCodec(audio), null, null, null);
        }
    }

    private double? Number(string name) => _numbers.TryGetValue(name, out var value) ? value : null;

    private int? Pixels(string name) => Number(name) is >= 0 and <= int.MaxValue and var value ? (int)value : null;

    /// <summary>E.4.3.1, CodecID.</summary>
    private static string VideoCodec(double id) => id switch
    {
        2 => "H.263",
        4 => "VP6",
        7 => "H.264",
        12 => "H.265",
        _ => $"{id}",
    };

    /// <summary>E.4.2.1, SoundFormat.</summary>
    private static string AudioCodec(double id) => id switch
    {
        2 => "MP3",
        10 => "AAC",
        11 => "Speex",
        _ => $"{id}",
    };
}
