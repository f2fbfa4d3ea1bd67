namespace AiLabels.Containers;

/// <summary>Durations as files claim them.</summary>
internal static class MediaDuration
{
    /// <summary>Three centuries; what claims more is damaged.</summary>
    private const double MaxSeconds = 1e10;

    /// <summary>Null for what is no duration: zero, negative, not a number, or beyond reason.</summary>
    public static TimeSpan? FromSeconds(double? seconds) =>
        seconds is > 0 and < MaxSeconds and var value ? TimeSpan.FromSeconds(value) : null;
}
