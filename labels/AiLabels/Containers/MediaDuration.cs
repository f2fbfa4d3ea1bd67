namespace AiLabels.Containers;

/// <summary>Durations declared by files.</summary>
internal static class MediaDuration
{
    /// <summary>Three centuries; a longer declared duration is damage.</summary>
    private const double MaxSeconds = 1e10;

    /// <summary>Returns null for an invalid duration: zero, negative, not a number, or above the maximum.</summary>
    public static TimeSpan? FromSeconds(double? seconds) =>
        seconds is > 0 and < MaxSeconds and var value ? TimeSpan.FromSeconds(value) : null;
}
