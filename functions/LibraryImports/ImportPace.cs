namespace VideoGate.LibraryImports;

/// <summary>How many videos may be taken, and when to look again. Pure.</summary>
internal static class ImportPace
{
    /// <summary>Interval at which cases under way are read.</summary>
    internal static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Time without videos that is made up for later.</summary>
    private static readonly TimeSpan Saved = TimeSpan.FromSeconds(10);

    /// <returns>The number of videos to take now, and the time from which the next ones count.</returns>
    public static (int Most, DateTimeOffset PacedFrom) Of(ImportProgress progress, ImportOptions options, DateTimeOffset now)
    {
        var interval = Interval(options);
        var saved = interval > Saved ? interval : Saved;
        var from = progress.PacedFrom is { } known && known > now - saved ? known : now - (progress.PacedFrom is null ? interval : saved);
        var room = Math.Max(0, options.MaxInProgress - progress.UnderWay.Count);
        var most = Math.Min(Math.Min((int)((now - from) / interval), room), progress.Waiting.Count);
        return (most, from + (most * interval));
    }

    /// <summary>Gets when the import must be advanced again.</summary>
    public static DateTimeOffset NextAt(ImportOptions options, DateTimeOffset now) =>
        now + (Interval(options) is var interval && interval > Look ? interval : Look);

    private static TimeSpan Interval(ImportOptions options) => TimeSpan.FromMinutes(1) / options.VideosPerMinute;
}
