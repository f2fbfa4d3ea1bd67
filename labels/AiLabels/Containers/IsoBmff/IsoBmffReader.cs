using AiLabels.Containers.Video;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.IsoBmff;

/// <summary>Reads MP4, M4V, MOV, 3GP and their fragmented forms: ISO/IEC 14496-12 and Apple's QuickTime File Format.</summary>
internal sealed class IsoBmffReader(InspectionContext inspection) : IContainerReader
{
    private readonly MovieFacts _movie = new();
    private BoxWalk? _walk;

    public ContainerFacts Facts => _movie.ToContainerFacts();

    public ValueTask ListAsync(TreeWalk tree) => tree.ReadAsync(new BoxTree(inspection));

    public async ValueTask ReadAsync()
    {
        var index = new FragmentIndex(inspection.Bytes);
        _walk = new BoxWalk(inspection, _movie, index);
        await _walk.ReadAsync();
        if (_movie.HasMovie ? _movie.Tracks.Count == 0 : !_movie.Fragmented)
        {
            inspection.Add(new Problem("container.noMovie", _movie.HasMovie
                ? "The moov box lists no track: the index that plays this file is somewhere else, or missing."
                : "The file has no moov box: its index and metadata are missing."));
        }

        if (index.Mismatch() is { } mismatch)
        {
            inspection.Add(mismatch);
        }
        else if (_movie is { HasMovie: true, Fragmented: true, HasMedia: false })
        {
            inspection.Add(new Problem(
                "container.initSegment", "The file is an initialization segment: the media is in other segments."));
        }

        await ReadSamplesAsync();
    }

    public ValueTask<UnreadRest?> CountUnreadAsync() => _walk?.CountUnreadAsync() ?? default;

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
            var sample = await inspection.Bytes.PeekAsync(offset, (int)Math.Min(length, SeiReader.MaxSampleLength));
            inspection.Add(SeiReader.Read(sample.Span, format, new Source("mdat/SEI", offset, sample.Length, format.Clause)));
        }
    }
}
