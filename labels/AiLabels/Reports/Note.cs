namespace AiLabels.Reports;

/// <summary>Codes of problems that leave no part unread that could hold a label.</summary>
internal static class Note
{
    /// <summary>Data of a phone or camera after the movie.</summary>
    public const string Trailer = "container.trailer";

    /// <summary>Zeros after the movie.</summary>
    public const string Padding = "container.padding";

    /// <summary>A few bytes at the end of a list that are not a box.</summary>
    public const string StrayBytes = "container.strayBytes";

    /// <summary>Bytes between the parts of a stream that are none of its parts, as after lost packets; players go on behind them.</summary>
    public const string Gap = "container.gap";

    /// <summary>An index of the file that disagrees with the file; the file itself was read.</summary>
    public const string IndexMismatch = "container.indexMismatch";

    /// <summary>An unfinished hash hides no label: it leaves integrity unverified, as without a check.</summary>
    public const string HashTime = "limit.hashTime";

    public static bool IsNote(string code) => code is Trailer or Padding or StrayBytes or Gap or IndexMismatch or HashTime;
}
