namespace AiLabels.Pixels.Frames;

/// <summary>How densely a video is sampled.</summary>
public sealed record SamplingOptions
{
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(3);

    public double StartFramesPerSecond { get; init; } = 5;

    public TimeSpan End { get; init; } = TimeSpan.FromSeconds(2);

    public double EndFramesPerSecond { get; init; } = 2.5;

    /// <summary>Maximum length of a video that is sampled as a whole, after its start as densely as its end.</summary>
    public TimeSpan WholeUpTo { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Number of key frames for the middle of a video of one minute.</summary>
    public double MiddlePerMinute { get; init; } = 12;

    /// <summary>Power of the length with which that number grows: 0.4 gives 12, 30 and 62 for 1, 10 and 60 minutes.</summary>
    public double MiddleGrowth { get; init; } = 0.4;

    public int MaxMiddle { get; init; } = 120;

    /// <summary>Length that is sampled if the length of the video is unknown.</summary>
    public TimeSpan UnknownLength { get; init; } = TimeSpan.FromMinutes(10);
}
