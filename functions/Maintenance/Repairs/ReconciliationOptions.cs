using System.ComponentModel.DataAnnotations;

namespace VideoGate.Maintenance.Repairs;

/// <summary>Settings of reconciliation. The schedule is the setting <c>Reconciliation:Schedule</c>.</summary>
public sealed class ReconciliationOptions
{
    public const string Section = "Reconciliation";

    /// <summary>Data changed within this period is skipped: work on it may be in progress.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan GracePeriod { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Maximum number of uploads, quarantined videos, queued reviews and cases checked per run, each; the next run continues.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxPerRun { get; set; } = 20_000;

    /// <summary>Maximum duration of a run; the next run continues. Below <c>functionTimeout</c> in host.json.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:25:00")]
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Pause between two sweeps of all cases. Open cases are found by their videos on every run.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan AllCasesEvery { get; set; } = TimeSpan.FromDays(1);
}
