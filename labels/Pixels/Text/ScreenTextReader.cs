using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Recognition;

namespace AiLabels.Pixels.Text;

/// <summary>Reads the lines of text in single frames, regardless of content.</summary>
public sealed class ScreenTextReader(ScreenTextOptions options)
{
    /// <param name="frames">Distinct frames, in order of time.</param>
    /// <exception cref="FileNotFoundException">The models that read text are missing.</exception>
    public Task<ScreenText> ReadAsync(IReadOnlyList<Frame> frames, CancellationToken cancellationToken = default) =>
        ReadAsync(frames, new(), cancellationToken);

    /// <param name="scan">The text that was read in the same video before.</param>
    internal async Task<ScreenText> ReadAsync(IReadOnlyList<Frame> frames, TextScan scan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frames);
        foreach (var frame in Spread(frames, options.MaxFrames))
        {
            await scan.ScanAsync(frame, cancellationToken);
        }

        var chosen = scan.Distinct().Index().OrderByDescending(static line => line.Item.Confidence).Take(options.MaxLines)
            .OrderBy(static line => line.Index);
        return new([.. chosen.Select(static line => line.Item.Text)], scan.Problem);
    }

    private static IEnumerable<Frame> Spread(IReadOnlyList<Frame> frames, int count) => frames.Count <= count
        ? frames
        : Enumerable.Range(0, count).Select(index => frames[(int)((long)index * (frames.Count - 1) / Math.Max(1, count - 1))]);
}
