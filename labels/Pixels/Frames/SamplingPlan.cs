namespace AiLabels.Pixels.Frames;

/// <summary>The pictures of a video to sample, with reasons. Part of the evidence.</summary>
public sealed record SamplingPlan(IReadOnlyList<PlannedStretch> Stretches)
{
    public IEnumerable<FrameRequest> Requests => Stretches.Select(static stretch => stretch.Request);

    /// <param name="duration">Length of the video; null if unknown.</param>
    public static SamplingPlan For(TimeSpan? duration, SamplingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var length = duration ?? options.Start + options.UnknownLength;
        List<PlannedStretch> stretches = [StartOf(length, options)];
        var rest = length - options.Start;
        if (duration is null)
        {
            stretches.Add(Middle(options.Start, rest, options, "the length is unknown: key frames as far as the file can be read"));
        }
        else if (length <= options.WholeUpTo && rest > TimeSpan.Zero)
        {
            stretches.Add(End(options.Start, rest, options, "short enough to be analyzed completely"));
        }
        else if (rest > TimeSpan.Zero)
        {
            stretches.Add(Middle(options.Start, rest - options.End, options, "key frames, more of a longer video but not in proportion"));
            stretches.Add(End(length - options.End, options.End, options, "credits and labels at the end"));
        }

        return new(stretches);
    }

    private static PlannedStretch StartOf(TimeSpan length, SamplingOptions options)
    {
        var duration = length < options.Start ? length : options.Start;
        return new(
            new(FramePurpose.Start, TimeSpan.Zero, duration, options.StartFramesPerSecond),
            "GB 45438-2025 §5.4 requires the explicit label at the start, for at least 2 s");
    }

    private static PlannedStretch Middle(TimeSpan from, TimeSpan duration, SamplingOptions options, string reason)
    {
        var points = Math.Min(
            options.MaxMiddle, Math.Round(options.MiddlePerMinute * Math.Pow(duration.TotalMinutes, options.MiddleGrowth)));
        return new(new(FramePurpose.Middle, from, duration, Math.Max(1, points) / duration.TotalSeconds), reason);
    }

    private static PlannedStretch End(TimeSpan from, TimeSpan duration, SamplingOptions options, string reason) =>
        new(new(FramePurpose.End, from, duration, options.EndFramesPerSecond), reason);
}

/// <param name="Reason">One human-readable sentence.</param>
public sealed record PlannedStretch(FrameRequest Request, string Reason);
