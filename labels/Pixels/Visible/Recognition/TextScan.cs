using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace AiLabels.Pixels.Visible.Recognition;

/// <summary>The text in frames of one video. The same pixels are not read twice.</summary>
internal sealed class TextScan
{
    /// <summary>Minimum height of text as a share of the short side: less is not legible.</summary>
    private const double LeastHeight = 0.018;

    /// <summary>Maximum number of lines of one frame, the largest.</summary>
    private const int MaxLinesOfFrame = 12;

    /// <summary>Maximum number of lines of one video.</summary>
    private const int MaxLines = 400;

    /// <summary>Minimum confidence of a line that is not read again.</summary>
    private const double Certain = 0.9;

    /// <summary>Minimum confidence of text that is more than specks.</summary>
    private const double Legible = 0.5;

    private readonly HashSet<TimeSpan> _scanned = [];
    private readonly List<ScannedLine> _lines = [];
    private int _read;

    /// <summary>All lines of all frames, in the order of scanning.</summary>
    public IReadOnlyList<ScannedLine> Lines => _lines;

    /// <summary>Set if some lines were not read.</summary>
    public Problem? Problem => _read <= MaxLines
        ? null
        : new("limit.lines", $"The pictures have more than {MaxLines} lines of text, and not all were read.");

    /// <exception cref="FileNotFoundException">The models are missing.</exception>
    public async Task ScanAsync(Frame frame, CancellationToken cancellation)
    {
        if (!_scanned.Add(frame.Time))
        {
            return;
        }

        var least = LeastHeight * Math.Min(frame.Width, frame.Height);
        var regions = (await TextDetector.FindAsync(frame, cancellation))
            .Where(region => Math.Min(region.Box.Width, region.Box.Height) >= least)
            .OrderByDescending(static region => region.Box.Area * region.Score)
            .Take(MaxLinesOfFrame);
        foreach (var region in regions)
        {
            if (_lines.FindLast(line => IsKnown(line, frame, region.Box)) is { } known)
            {
                _lines.Add(known with { Frame = frame });
            }
            else
            {
                await ReadAsync(frame, region.Box, cancellation);
            }
        }
    }

    /// <summary>Reads a line and adds it to the others.</summary>
    /// <returns>The line; null if no more lines are read.</returns>
    /// <exception cref="FileNotFoundException">The models are missing.</exception>
    public async Task<ScannedLine?> ReadAsync(Frame frame, Box box, CancellationToken cancellation)
    {
        if (_read++ >= MaxLines)
        {
            return null;
        }

        var line = new ScannedLine(frame, box, await TextRecognizer.ReadAsync(frame, box, cancellation));
        _lines.Add(line);
        return line;
    }

    /// <summary>Returns each line once, in order of time: the most confident reading of those that are alike at one place.</summary>
    public List<ScannedLine> Distinct()
    {
        var lines = new List<ScannedLine>();
        foreach (var line in _lines.Where(static line => line.Confidence >= Legible && line.Text.Length > 0)
            .OrderByDescending(static line => Math.Round(line.Confidence, 1)).ThenByDescending(static line => line.Text.Length))
        {
            if (!lines.Exists(line.IsLike))
            {
                lines.Add(line);
            }
        }

        return [.. lines.OrderBy(static line => line.Time)];
    }

    private static bool IsKnown(ScannedLine line, Frame frame, Box box) =>
        line.Confidence >= Certain && line.Box.Overlap(box) > 0.75 && line.IsIn(frame);
}
