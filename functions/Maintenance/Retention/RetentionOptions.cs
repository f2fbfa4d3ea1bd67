using System.ComponentModel.DataAnnotations;

namespace VideoGate.Maintenance.Retention;

/// <summary>Retention of completed work. The purge runs on the setting <c>Retention:Schedule</c>.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>
    /// Retention of the history of a completed orchestration. The events of a case are in its audit log, whose retention is set on the
    /// storage account.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan Histories { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Days after the end of a case until the personal data in it are erased, with its video and evidence; the decision stays. A case whose
    /// video is published, or whose decision may be appealed, waits. 0 keeps them.
    /// </summary>
    [Range(0, 36_500)]
    public int CaseDays { get; set; }

    /// <summary>
    /// Days after the end of an upload URL until the record of the upload is deleted, unless its case is open. 0 keeps it.
    /// </summary>
    [Range(0, 36_500)]
    public int TicketDays { get; set; }

    /// <summary>
    /// Days after the publication of a video until its frames, texts, original and manifest beside it are deleted; label reports stay. A
    /// case whose decision may be appealed waits. 0 keeps them.
    /// </summary>
    [Range(0, 36_500)]
    public int EvidenceDays { get; set; }

    /// <summary>Maximum number of histories purged per run; the next run continues.</summary>
    [Range(1, 1_000_000)]
    public int MaxPerRun { get; set; } = 50_000;

    /// <summary>Maximum duration of a run. Below <c>functionTimeout</c> in host.json.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:25:00")]
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromMinutes(10);
}
