using AiLabels.Containers.Video;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.IsoBmff;

/// <summary>Reads MP4, M4V, MOV, 3GP and their fragmented forms: ISO/IEC 14496-12 and Apple's QuickTime File Format.</summary>
internal sealed class IsoBmffReader(InspectionContext inspection) : IContainerReader
{
    private readonly Stack<Level> _levels = new();
    private readonly MovieFacts _movie = new();
    private readonly LabelBoxes _labels = new(inspection);
    private readonly FragmentIndex _fragments = new(inspection.Bytes);
    private bool _hasMovie;
    private bool _hasMedia;

    private ByteReader Bytes => inspection.Bytes;

    public ContainerFacts Facts => _movie.ToContainerFacts();

    public ValueTask ListAsync(TreeWalk tree) => tree.ReadAsync(new BoxTree(inspection));

    public async ValueTask ReadAsync()
    {
        await WalkAsync();
        if (!_hasMovie && !_movie.Fragmented)
        {
            inspection.Add(new Problem("container.noMovie", "The file has no moov box: its index and metadata are missing."));
        }
        else if (_hasMovie && _movie.Fragmented && !_hasMedia)
        {
            inspection.Add(new Problem(
                "container.initSegment", "The file is an initialization segment: the media are in other segments."));
        }

        await ReadSamplesAsync();
    }

    /// <summary>Visits the boxes in file order with an explicit stack; media data is skipped.</summary>
    private async ValueTask WalkAsync()
    {
        _levels.Push(new Level("", Bytes.Length));
        var position = 0L;
        while (_levels.TryPeek(out var level))
        {
            if (position >= level.End)
            {
                _levels.Pop();
                continue;
            }

            inspection.CountBox();
            var (box, problem) = await Box.ReadAsync(Bytes, position, level.End, level.Path);
            var isDamagedStore = false;
            if (problem is not null)
            {
                inspection.Add(problem);
                isDamagedStore = await _labels.NoteDamagedStoreAsync(position);
            }

            _hasMedia |= box is { Type: BoxType.Moof or BoxType.Mdat };
            position = box is null || isDamagedStore ? level.End : await VisitAsync(box.Value, level);
        }
    }

    /// <returns>The offset at which to continue.</returns>
    private ValueTask<long> VisitAsync(Box box, Level level)
    {
        switch (box.Type)
        {
            case BoxType.Trak:
                inspection.CountTrack();
                return ValueTask.FromResult(Enter(box, level));
            case BoxType.Moov or BoxType.Mdia or BoxType.Minf or BoxType.Stbl or BoxType.Udta or BoxType.Mvex:
                return ValueTask.FromResult(Enter(box, level));
            case BoxType.Moof or BoxType.Traf when _movie.WantsFragment:
                return ValueTask.FromResult(Enter(box, level));
            default:
                return ReadAsync(box, level);
        }
    }

    private async ValueTask<long> ReadAsync(Box box, Level level)
    {
        switch (box.Type)
        {
            case BoxType.Moof:
                _movie.Fragmented = true;
                return await _fragments.SkipAsync(box);
            case BoxType.Sidx:
                _fragments.ReadSidx(box, await inspection.ReadValueAsync(box.Payload, box.PayloadLength, box.At(level.PathOf(box))));
                break;
            case BoxType.Meta:
                await new MetadataList(inspection, _movie).ReadAsync(box, level.PathOf(box));
                break;
            case BoxType.Aigc:
                await _labels.ReadAigcAsync(box, level.PathOf(box));
                break;
            case BoxType.Xmp:
                await _labels.ReadXmpAsync(box, level.PathOf(box));
                break;
            case BoxType.Uuid:
                await _labels.ReadUuidAsync(box, level.PathOf(box));
                break;
            case var type when BoxType.IsUserText(type):
                _movie.Encoder ??= await _labels.ReadUserTextAsync(box, level.PathOf(box));
                break;
            case var type when MovieFacts.IsInteresting(type):
                // These boxes are short, or only their beginning is needed.
                _movie.Read(box, (await Bytes.PeekAsync(box.Payload, (int)Math.Min(box.PayloadLength, MovieFacts.MaxBoxLength))).Span);
                break;
        }

        return box.End;
    }

    private long Enter(Box box, Level level)
    {
        inspection.CheckDepth(_levels.Count);
        _levels.Push(new Level(level.PathOf(box), box.End));
        _hasMovie |= box.Type == BoxType.Moov;
        _movie.Enter(box);
        return box.Payload;
    }

    /// <summary>Searches for vendor marks in the compressor name and the first samples of the first H.264 or H.265 track.</summary>
    private async ValueTask ReadSamplesAsync()
    {
        if (_movie.Tracks.FirstOrDefault(static t => t.Entry?.Format is not null) is not { Entry: { Format: { } format } entry } track)
        {
            return;
        }

        var description = track.EntryBox.At("moov/trak/mdia/minf/stbl/stsd");
        inspection.Add(SeiReader.ReadTrack(format, description));
        if (entry.Compressor is { } compressor)
        {
            inspection.Add(MetadataTag.ReadEncoder(compressor, description));
        }

        foreach (var (offset, length) in track.Samples.FirstSamples())
        {
            var sample = await Bytes.PeekAsync(offset, (int)Math.Min(length, SeiReader.MaxSampleLength));
            inspection.Add(SeiReader.Read(sample.Span, format, new Source("mdat/SEI", offset, sample.Length, format.Clause)));
        }
    }

    private readonly record struct Level(string Path, long End)
    {
        public string PathOf(Box box) => Path.Length == 0 ? FourCc.ToText(box.Type) : $"{Path}/{FourCc.ToText(box.Type)}";
    }
}
