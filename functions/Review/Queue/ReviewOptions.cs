using System.ComponentModel.DataAnnotations;

namespace VideoGate.Review.Queue;

/// <summary>How moderators share the queue.</summary>
public sealed class ReviewOptions
{
    public const string Section = "Review";

    /// <summary>How long a claim lasts unless it is renewed.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "08:00:00")]
    public TimeSpan ClaimLease { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How old the reading of the queue behind filters and figures grows before another one is begun.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan QueueRefresh { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How old it may be at most: who asks for an older one waits.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan QueueMaxAge { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For how many times as long as a reading took none is begun, and for twice that at least it may be used: a queue that takes long to
    /// read is read less often, instead of all the time.
    /// </summary>
    [Range(0, 100)]
    public int QueueRest { get; set; } = 4;
}
