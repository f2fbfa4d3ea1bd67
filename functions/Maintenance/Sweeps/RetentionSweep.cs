using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Maintenance.Repairs;
using VideoGate.Maintenance.Retention;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Sweeps;

/// <summary>Sweeps all cases for data whose retention is over. A clock that disagrees with the storage service ends nothing.</summary>
public sealed class RetentionSweep(
    CaseStore cases, CaseRetention retention, StorageClock clock, IOptions<ReconciliationOptions> options) : ISweep
{
    public string Name => "retention";

    public TimeSpan Every => options.Value.AllCasesEvery;

    public async Task<SweepStep> StepAsync(string? marker, int pageSize, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (!retention.IsOn || clock.Disagrees)
        {
            return new(0, null);
        }

        var page = await cases.ListPageAsync(marker, pageSize, cancellationToken);
        return await Pages.CheckAsync(
            page.CaseIds,
            page.Next,
            (caseId, cancellation) => run.ExamineAsync(caseId, async () =>
            {
                if (await cases.GetAsync(caseId, cancellation) is { Case.Broken: null } stored && run.IsSettled(stored.WrittenAt))
                {
                    await retention.ApplyAsync(stored, run.Now, run.Client, cancellation);
                }
            }, cancellation),
            cancellationToken);
    }
}
