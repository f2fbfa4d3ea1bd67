using System.ComponentModel.DataAnnotations;

namespace VideoGate.Maintenance.Retention;

/// <summary>What is kept for how long. When the rest is deleted is the setting <c>Retention:Schedule</c>.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>
    /// How long the history of an orchestration is kept that has ended. What happened to a case stands in its audit log, whose retention is
    /// the storage account's.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan Histories { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many histories one run deletes; the next run goes on.</summary>
    [Range(1, 1_000_000)]
    public int MaxPerRun { get; set; } = 50_000;

    /// <summary>How long a run may take. Below <c>functionTimeout</c> in host.json.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:25:00")]
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromMinutes(10);
}
