using Microsoft.Extensions.Options;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Maintenance.Repairs;
using VideoGate.Maintenance.Retention;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Sweeps;

/// <summary>Sweeps the records of uploads whose retention is over.</summary>
public sealed class TicketSweep(
    UploadTicketStore tickets, CaseStore cases, CaseJournal journal, StorageClock clock, IOptions<RetentionOptions> retention,
    IOptions<ReconciliationOptions> options) : ISweep
{
    public string Name => "tickets";

    public TimeSpan Every => options.Value.AllCasesEvery;

    public async Task<SweepStep> StepAsync(string? marker, int pageSize, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (retention.Value.TicketDays == 0 || clock.Disagrees)
        {
            return new(0, null);
        }

        var before = run.Now.AddDays(-retention.Value.TicketDays);
        var (uploadIds, next) = await tickets.ListPageAsync(before, marker, pageSize, cancellationToken);
        return await Pages.CheckAsync(
            uploadIds,
            next,
            (uploadId, cancellation) =>
                run.ExamineAsync(uploadId, () => RemoveAsync(uploadId, before, cancellation), cancellation),
            cancellationToken);
    }

    private async Task RemoveAsync(string uploadId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (await tickets.GetAsync(uploadId, cancellationToken) is not { } ticket || ticket.ExpiresAt >= before)
        {
            return;
        }

        if (await cases.GetAsync(ticket.CaseId, cancellationToken) is { } stored)
        {
            if (stored.Case.ClosedAt is null)
            {
                return;
            }

            var removed = new AuditEvent(AuditEventTypes.TicketRemoved.Name, Actors.System, [])
            {
                Id = $"{AuditEventTypes.TicketRemoved.Name}:{uploadId}",
            };
            await journal.RecordAsync(stored, [removed], unchanged => unchanged, cancellationToken);
        }

        await tickets.RemoveAsync(uploadId, cancellationToken);
    }
}
