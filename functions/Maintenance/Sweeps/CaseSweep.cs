using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Maintenance.Repairs;

namespace VideoGate.Maintenance.Sweeps;

/// <summary>Sweeps all cases, open and closed, and the data derived from them.</summary>
public sealed class CaseSweep(CaseStore cases, CaseCheck examination, IOptions<ReconciliationOptions> options) : ISweep
{
    public string Name => "cases";

    public TimeSpan Every => options.Value.AllCasesEvery;

    public async Task<SweepStep> StepAsync(string? marker, int pageSize, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var page = await cases.ListPageAsync(marker, pageSize, cancellationToken);
        return await Pages.CheckAsync(
            page.CaseIds,
            page.Next,
            (caseId, cancellation) => run.ExamineAsync(caseId, async () =>
            {
                if (await cases.GetAsync(caseId, cancellation) is { } stored)
                {
                    await examination.RunAsync(stored, urgentOnly: false, run, cancellation);
                }
            }, cancellation),
            cancellationToken);
    }
}
