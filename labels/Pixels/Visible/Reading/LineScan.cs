using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Recognition;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Reads the text of frames until it is decided which of it is a label.</summary>
internal sealed class LineScan(LabelMatcher matcher, TextScan scan)
{
    /// <summary>Maximum number of places that are read again, cut otherwise.</summary>
    private const int MaxAgain = 4;

    /// <summary>Minimum confidence of a wider reading that overrules a label.</summary>
    private const double SureMention = 0.8;

    /// <summary>Margin of a wider reading beside a label, as a multiple of its height.</summary>
    private const double Wider = 1.5;

    /// <summary>Maximum length of a label that may be part of a sentence.</summary>
    private const int MaxShort = 12;

    private readonly LabelVote _vote = new(new Denials(matcher));
    private readonly List<JudgedLine> _again = [];
    private readonly HashSet<ScannedLine> _reread = [];
    private readonly List<JudgedLine> _judged = [];

    public IReadOnlyList<ScannedLine> Lines => scan.Lines;

    /// <returns>The labels and traces in all frames so far, the most confident first.</returns>
    /// <exception cref="FileNotFoundException">The models are missing.</exception>
    public async Task<List<JudgedLine>> ReadAsync(IEnumerable<Frame> frames, CancellationToken cancellation)
    {
        foreach (var frame in frames)
        {
            await scan.ScanAsync(frame, cancellation);
        }

        Judge();
        if (_vote.Of(_judged) is [])
        {
            await ReadNearAsync(cancellation);
        }

        await ReadWiderAsync(_vote.Of(_judged), cancellation);
        return _vote.Of(_judged);
    }

    private void Judge()
    {
        _judged.AddRange(scan.Lines.Skip(_judged.Count).Select(line => JudgedLine.Of(line, matcher)).ToList());
        for (var i = 0; i < _judged.Count; i++)
        {
            _judged[i] = EuIcon.Match(_judged[i], _judged) is { } icon ? _judged[i] with { Match = icon } : _judged[i];
        }
    }

    /// <summary>Reads what is nearly a label again: with more around it, and farther to both sides, where weak letters were lost.</summary>
    private async Task ReadNearAsync(CancellationToken cancellation)
    {
        var near = _judged.Where(static line => line is { Match: null, Nearness: > 0, IsMention: false, Negates: false })
            .OrderByDescending(static line => line.Nearness * line.Line.Confidence).ToList();
        foreach (var line in near.Where(line => !_again.Exists(line.IsAtPlaceOf)).Take(MaxAgain).ToList())
        {
            _again.Add(line);
            var (box, side) = (line.Line.Box, (int)(line.Line.Box.Height * Math.Max(3, 0.7 * line.Line.Text.Length)));
            var (around, above) = (box.Height / 7, box.Height / 8);
            foreach (var (left, right, down) in ((int, int, int)[])[(around, around, above), (side, 0, 0), (0, side, 0), (side, side, 0)])
            {
                await scan.ReadAsync(line.Line.Frame, Grown(line.Line, left, right, down), cancellation);
                Judge();
                if (_judged[^1] is { Match: not null, Line.Confidence: > 0.6 })
                {
                    break;
                }
            }
        }
    }

    /// <summary>Reads labels with more beside them: they may be part of a sentence whose other letters were not detected.</summary>
    private async Task ReadWiderAsync(List<JudgedLine> labels, CancellationToken cancellation)
    {
        foreach (var label in labels.Where(static label => label.Line.Text.Length <= MaxShort)
            .DistinctBy(static label => label.Line.Text).Take(MaxAgain).Where(label => _reread.Add(label.Line)).ToList())
        {
            var by = (int)(Wider * label.Line.Box.Height);
            if (await scan.ReadAsync(label.Line.Frame, Grown(label.Line, by, by, 0), cancellation) is { } wider)
            {
                var judged = JudgedLine.Of(wider, matcher);
                var isMention = judged is { IsMention: true } or { Negates: true } && wider.Confidence >= SureMention;
                // Other text beside a label was read with it: that says nothing.
                _judged.Add(isMention ? judged : judged with { Match = null, IsMention = false, Negates = false, Nearness = 0 });
            }
        }
    }

    private static Box Grown(ScannedLine line, int left, int right, int down) => Box.Between(
        Math.Max(0, line.Box.X - left), Math.Max(0, line.Box.Y - down),
        Math.Min(line.Frame.Width, line.Box.Right + right), Math.Min(line.Frame.Height, line.Box.Bottom + down));
}
