using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VideoGate.Cases;
using VideoGate.Moderation;

namespace VideoGate.Reconciliation.Repairs;

/// <summary>
/// An open case that no orchestration carries any more: it was never started, purged with its hub, failed or terminated. It is started again under the same id, so
/// that events find it. A case under review goes on waiting where it stood; one that was decided and not yet moved is moved, for each step knows what was done.
/// </summary>
public sealed class LostInstance(RepairJournal journal) : ICaseRepair
{
    public string Kind => "lost-instance";

    public bool IsUrgent => true;

    public bool ChangesCase => true;

    public async Task<string?> RepairAsync(StoredCase stored, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(run);
        if (stored.Case.ClosedAt is not null)
        {
            return null;
        }

        var instanceId = stored.Case.Review?.Instance ?? stored.Case.CaseId;
        var instance = await run.Client.GetInstanceAsync(instanceId, cancellationToken);
        if (instance is { IsCompleted: false })
        {
            return null;
        }

        var rest = Instances.RestBefore(RepairJournal.CountOf(stored.Case, Kind), run.Grace);
        if (stored.WrittenAt > run.Now - rest || instance?.LastUpdatedAt > run.Now - rest || !await StartAsync(run.Client, instanceId, stored.Case, cancellationToken))
        {
            return null;
        }

        var (found, done) = ($"the case had {instance.Describe()}", $"orchestration {instanceId} was started again");
        await journal.RecordAsync(stored, Kind, found, done, unchanged => unchanged, cancellationToken);
        return $"{found}; {done}";
    }

    /// <returns>False when somebody else was first.</returns>
    private static async Task<bool> StartAsync(DurableTaskClient client, string instanceId, ModerationCase open, CancellationToken cancellationToken)
    {
        var request = open.Review is null ? new ModerationRequest(open.Upload) : new ModerationRequest(open.Upload, InReview: true, CaseId: open.CaseId);
        try
        {
            // One that has ended is replaced; one that has not refuses.
            var options = new StartOrchestrationOptions(instanceId).WithDedupeStatuses(InstanceStatuses.NotEnded);
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(ModerateVideo), request, options, cancellationToken);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }
}
