using System.Buffers.Binary;
using AiLabels.Containers.Video;
using AiLabels.Reports;

namespace AiLabels.Containers.IsoBmff;

/// <summary>Collects facts from ftyp, mvhd, tkhd, mdhd, hdlr and the sample tables as the reader visits them.</summary>
internal sealed class MovieFacts
{
    /// <summary>Maximum number of bytes read of a box: fixed fields, and the beginning of tables.</summary>
    public const int MaxBoxLength = 4096;

    /// <summary>Maximum number of bytes read of stsd: a configuration record may hold a generator's mark.</summary>
    public const int MaxEntryLength = 64 << 10;

    /// <summary>Maximum number of bytes read of tfhd and trun, of which a recording has thousands: what precedes their tables.</summary>
    public const int MaxFragmentLength = 32;

    private const uint QuickTimeBrand = 0x71742020; // 'qt  '

    private readonly List<Track> _tracks = [];
    private uint? _brand;
    private uint _timescale;
    private TimeSpan? _duration;
    private FragmentTable? _fragment;
    private bool _hasFragmentSample;

    public bool Fragmented { get; set; }

    public string? Encoder { get; set; }

    public IReadOnlyList<Track> Tracks => _tracks;

    /// <summary>True until a fragment gives the offset of the video.</summary>
    private bool WantsFragment => !_hasFragmentSample && _tracks.Any(static t => t.Entry?.Format is not null);

    public bool HasMovie { get; private set; }

    /// <summary>The file holds media, and not only the description of media in other files.</summary>
    public bool HasMedia { get; set; }

    public bool Wants(uint type) =>
        type is BoxType.Ftyp or BoxType.Styp or BoxType.Mvhd or BoxType.Mehd or BoxType.Tkhd or BoxType.Hdlr
        or BoxType.Stsd or BoxType.Stsz or BoxType.Stsc or BoxType.Stco or BoxType.Co64
        || (type is BoxType.Tfhd or BoxType.Trun && WantsFragment);

    public void Enter(Box box)
    {
        switch (box.Type)
        {
            case BoxType.Moov:
                HasMovie = true;
                break;
            case BoxType.Trak:
                _tracks.Add(new Track());
                break;
            case BoxType.Mvex:
                Fragmented = true;
                break;
            case BoxType.Moof:
                Fragmented = true;
                _fragment = WantsFragment ? new FragmentTable(box.Offset) : null;
                break;
        }
    }

    public void Read(Box box, ReadOnlySpan<byte> payload)
    {
        switch (box.Type)
        {
            case BoxType.Ftyp or BoxType.Styp when payload.Length >= 4:
                _brand ??= BinaryPrimitives.ReadUInt32BigEndian(payload);
                break;
            case BoxType.Mvhd:
                ReadMovieHeader(payload);
                break;
            case BoxType.Mehd when payload.Length >= 12:
                _duration ??= Duration(BinaryPrimitives.ReadUInt64BigEndian(payload[4..]));
                break;
            case BoxType.Mehd when payload.Length >= 8:
                _duration ??= Duration(BinaryPrimitives.ReadUInt32BigEndian(payload[4..]));
                break;
            case BoxType.Tfhd or BoxType.Trun:
                ReadFragment(box, payload);
                break;
            default:
                _tracks.LastOrDefault()?.Read(box, payload);
                break;
        }
    }

    public ContainerFacts ToContainerFacts() => new()
    {
        // QuickTime files that predate ISO/IEC 14496-12 have no ftyp.
        Format = _brand is null or QuickTimeBrand ? ContainerFormat.QuickTime : ContainerFormat.IsoBmff,
        Brand = _brand is { } brand ? FourCc.ToText(brand).TrimEnd() : null,
        Fragmented = Fragmented,
        Duration = _duration,
        Tracks = [.. _tracks.Select(static t => t.ToTrackFacts())],
        Encoder = Encoder,
    };

    private void ReadFragment(Box box, ReadOnlySpan<byte> payload)
    {
        if (_fragment?.Read(box.Type, payload) is { } sample
            && _tracks.Find(t => t.Id == sample.Track && t.Entry?.Format is not null) is { } track)
        {
            _hasFragmentSample = true;
            track.Samples.SetFragment(sample.Offset, SeiReader.MaxSampleLength);
        }
    }

    /// <summary>
    /// mvhd, 8.2.2: version 1 has 64-bit times. A fragmented file may have a duration of zero and give it in mehd, 8.8.2.
    /// </summary>
    private void ReadMovieHeader(ReadOnlySpan<byte> payload)
    {
        var isLarge = payload is [1, ..];
        if (payload.Length >= (isLarge ? 32 : 20))
        {
            _timescale = BinaryPrimitives.ReadUInt32BigEndian(payload[(isLarge ? 20 : 12)..]);
            _duration = Duration(
                isLarge ? BinaryPrimitives.ReadUInt64BigEndian(payload[24..]) : BinaryPrimitives.ReadUInt32BigEndian(payload[16..]));
        }
    }

    private TimeSpan? Duration(ulong units) => MediaDuration.FromSeconds((double)units / _timescale);
}
