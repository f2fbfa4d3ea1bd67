using System.ComponentModel.DataAnnotations;

namespace VideoGate.Maintenance.Repairs;

/// <summary>How what is stored is held against itself. Its schedule is the setting <c>Reconciliation:Schedule</c>.</summary>
public sealed class ReconciliationOptions
{
    public const string Section = "Reconciliation";

    /// <summary>What was touched since is left alone: it may be under way.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan GracePeriod { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How many uploads, quarantined videos, queued reviews and cases, of each, one run looks at; the next run goes on from there.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxPerRun { get; set; } = 20_000;

    /// <summary>How long a run may take; what is left waits for the next. Below <c>functionTimeout</c> in host.json.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:25:00")]
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after all cases were looked at that begins anew. Open ones are found by their videos on every run.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan AllCasesEvery { get; set; } = TimeSpan.FromDays(1);
}
