namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Reads single samples of a track, best in their order.</summary>
/// <param name="maxLength">Of one sample in bytes.</param>
internal sealed class SampleReader(WindowedSource source, MovieTrack track, int maxLength)
{
    private readonly (int First, Mp4.Chunk Chunk)[] _runs = [.. track.SampleRuns().Select(static run => (run.First, run.Chunk))];
    private int _run;

    /// <exception cref="UnsuitableException">It is not in the file, or too long.</exception>
    public async Task<byte[]> ReadAsync(int sample, CancellationToken cancellation)
    {
        _run = _runs[_run].First > sample ? 0 : _run;
        while (_run + 1 < _runs.Length && _runs[_run + 1].First <= sample)
        {
            _run++;
        }

        var (first, chunk) = _runs[_run];
        var (offset, length) = (chunk.Position + track.Sizes.Sum(first, sample - first), track.Sizes[sample]);
        return length <= maxLength && offset >= 0 && offset <= source.Length - length
            ? await source.LoadAsync(offset, (int)length, cancellation)
            : throw new UnsuitableException("its samples are not in it");
    }
}
