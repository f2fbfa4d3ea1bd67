using AiLabels.Pixels.Burning.Mp4;
using AiLabels.Reading;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>
/// Orders the media of the copy as they were: each chunk keeps its place among the others and its number of samples. Those of the opening
/// come from the encoder.
/// </summary>
internal sealed class MediaLayout
{
    private readonly Dictionary<MovieTrack, Chunk[]> _chunks = [];
    private readonly List<Piece> _pieces = [];

    /// <param name="source">The file.</param>
    /// <param name="opening">The encoder's media: the samples of the opening, one behind the other.</param>
    /// <param name="sizes">Their sizes in bytes.</param>
    /// <exception cref="UnsuitableException">Chunks overlap, or lie outside the file.</exception>
    public MediaLayout(MovieFile movie, IByteSource source, IByteSource opening, IReadOnlyList<uint> sizes)
    {
        var starts = Starts(sizes);
        var runs =
            from track in movie.Tracks
            from run in track.SampleRuns().Index()
            orderby run.Item.Chunk.Position, run.Item.Length
            select (Track: track, run.Index, run.Item.First, run.Item.Chunk, run.Item.Length);
        var end = 0L;
        foreach (var run in runs)
        {
            // Every byte is in the copy at most once: it cannot become longer than the upload and the opening.
            if (run.Chunk.Position < end || run.Length > source.Length - run.Chunk.Position)
            {
                throw new UnsuitableException("its samples overlap, or are not in it");
            }

            end = run.Chunk.Position + run.Length;
            Places(run.Track)[run.Index] = run.Chunk with { Position = Length };
            var (position, length) = (run.Chunk.Position, run.Length);
            if (run.Track == movie.Video && run.First < sizes.Count)
            {
                var replaced = Math.Min(run.Chunk.Samples, sizes.Count - run.First);
                Append(opening, starts[run.First], starts[run.First + replaced] - starts[run.First]);
                var skipped = run.Track.Sizes.Sum(run.First, replaced);
                (position, length) = (position + skipped, length - skipped);
            }

            Append(source, position, length);
        }
    }

    public long Length { get; private set; }

    public IReadOnlyList<Piece> Pieces => _pieces;

    /// <summary>Gets the chunks of a track, at their positions in the copy's media.</summary>
    public IReadOnlyList<Chunk> Of(MovieTrack track) => _chunks[track];

    private Chunk[] Places(MovieTrack track) =>
        _chunks.TryGetValue(track, out var known) ? known : _chunks[track] = new Chunk[track.Chunks.Count];

    private void Append(IByteSource source, long offset, long length)
    {
        if (length > 0)
        {
            Piece.Append(_pieces, new(source, offset, length));
            Length += length;
        }
    }

    private static long[] Starts(IReadOnlyList<uint> sizes)
    {
        var starts = new long[sizes.Count + 1];
        for (var i = 0; i < sizes.Count; i++)
        {
            starts[i + 1] = starts[i] + sizes[i];
        }

        return starts;
    }
}
