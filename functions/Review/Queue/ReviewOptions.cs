using System.ComponentModel.DataAnnotations;

namespace VideoGate.Review.Queue;

/// <summary>Settings of the shared review queue.</summary>
public sealed class ReviewOptions
{
    public const string Section = "Review";

    /// <summary>Duration of a claim unless renewed.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "08:00:00")]
    public TimeSpan ClaimLease { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Age of a queue snapshot after which another read starts.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan QueueRefresh { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Maximum age of a queue snapshot: a caller waits for a newer one.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan QueueMaxAge { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Minimum pause between queue reads, as a multiple of the last read's duration; a snapshot is used for at least twice the pause. Reads
    /// a slow queue less often instead of continuously.
    /// </summary>
    [Range(0, 100)]
    public int QueueRest { get; set; } = 4;

    /// <summary>
    /// Maximum share of the open reviews that may expire in one hour; more are held for the next hour. 1 holds none, which releases a
    /// queue that is meant to expire.
    /// </summary>
    [Range(0.001, 1)]
    public double MaxExpiryShare { get; set; } = 0.1;

    /// <summary>Number of reviews that may expire in one hour regardless of the queue length.</summary>
    [Range(1, 1_000_000)]
    public int MinExpiriesPerHour { get; set; } = 10;
}
