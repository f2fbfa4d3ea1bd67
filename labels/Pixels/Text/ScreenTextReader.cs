using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Text;

/// <summary>
/// Reads the lines of text in single frames, regardless of content. Lines are cropped, because tesseract reads less of whole pages with
/// moving pictures.
/// </summary>
public sealed class ScreenTextReader(ScreenTextOptions options)
{
    /// <param name="frames">Distinct frames, in order of time.</param>
    /// <exception cref="FileNotFoundException">tesseract is not installed.</exception>
    public async Task<ScreenText> ReadAsync(IReadOnlyList<Frame> frames, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var seen = new List<SeenLine>();
        foreach (var frame in Spread(frames, options.MaxFrames))
        {
            seen.AddRange(LinesIn(frame).Where(line => !seen.Exists(line.LooksLike)));
        }

        // Of too many, the strongest strokes are most likely text.
        var chosen = seen.Count <= options.MaxLines
            ? seen
            : [.. seen.Index().OrderByDescending(static line => line.Item.Threshold).Take(options.MaxLines)
                .OrderBy(static line => line.Index).Select(static line => line.Item)];
        var (lines, problem) =
            await Tesseract.ReadAsync(
                [.. chosen.Select(static line => Page.Of(line.Ink))], options.Languages, options.Program, cancellationToken);
        return new([.. lines.Select(static line => line.Text).Where(static text => text.Length > 0)], problem);
    }

    private IEnumerable<SeenLine> LinesIn(Frame frame) => TextFinder.Find([Picture.Of(frame)])
        .OrderByDescending(static detection => detection.Threshold)
        .ThenByDescending(static detection => detection.Box.Width)
        .Select(SeenLine.Of)
        .OfType<SeenLine>()
        .Take(options.MaxLinesPerFrame);

    private static IEnumerable<Frame> Spread(IReadOnlyList<Frame> frames, int count) => frames.Count <= count
        ? frames
        : Enumerable.Range(0, count).Select(index => frames[(int)((long)index * (frames.Count - 1) / Math.Max(1, count - 1))]);
}
