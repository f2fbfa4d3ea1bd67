using System.Diagnostics.Metrics;
using AiLabels.Pixels.Viewing;
using AiLabels.Reports;

namespace VideoGate.Moderation;

/// <summary>Meter <c>VideoGate.Moderation</c>: the cost of reading and decoding uploads.</summary>
public sealed class DecodingMetrics
{
    public const string Meter = "VideoGate.Moderation";

    private const string LimitPrefix = "limit.";

    private readonly Histogram<long> _bytes;
    private readonly Histogram<double> _duration;
    private readonly Histogram<long> _frames;
    private readonly Histogram<long> _lines;
    private readonly Counter<long> _limits;

    public DecodingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        var (kilo, mega, giga) = (1L << 10, 1L << 20, 1L << 30);
        _bytes = meter.CreateHistogram(
            "moderation.video.read",
            "By",
            "Bytes read from an upload, by step.",
            tags: null,
            new InstrumentAdvice<long>
            {
                HistogramBucketBoundaries =
                [64 * kilo, 256 * kilo, mega, 4 * mega, 16 * mega, 64 * mega, 256 * mega, giga, 4 * giga]
            });
        _duration = meter.CreateHistogram(
            "moderation.decoding.duration",
            "s",
            "Decoding a video and reading its frames, excluding the wait for a slot.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600] });
        _frames = meter.CreateHistogram<long>("moderation.decoding.frames", "{frame}", "Distinct frames of a video.");
        _lines = meter.CreateHistogram<long>(
            "moderation.decoding.lines", "{line}", "Lines of text read in the frames of a video.");
        _limits = meter.CreateCounter<long>("moderation.limits", "{limit}", "Limits that cut the reading of an upload short, by step.");
    }

    public void Inspected(LabelReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Read("inspect", report.BytesRead, report.Problems);
    }

    public void Analyzed(VideoAnalysis viewed, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(viewed);
        _duration.Record(duration.TotalSeconds);
        _frames.Record(viewed.Distinct.Count);
        _lines.Record(viewed.Text.Count);
        Read("look", viewed.BytesRead, viewed.Problems);
    }

    private void Read(string step, long bytes, IEnumerable<Problem> problems)
    {
        KeyValuePair<string, object?> of = new("moderation.step", step);
        _bytes.Record(bytes, of);
        foreach (var limit in problems.Select(problem => problem.Code).Where(code => code.StartsWith(LimitPrefix, StringComparison.Ordinal))
            .Distinct())
        {
            _limits.Add(1, of, new KeyValuePair<string, object?>("moderation.limit", limit[LimitPrefix.Length..]));
        }
    }
}
