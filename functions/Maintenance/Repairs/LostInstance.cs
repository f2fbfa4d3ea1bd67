using Microsoft.DurableTask.Client;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;

namespace VideoGate.Maintenance.Repairs;

/// <summary>
/// An open case without a running orchestration: never started, purged with its task hub, failed or terminated. Restarts it under the same
/// id, the one that external events are addressed to. A case in review keeps waiting; a video that was decided but not moved is moved,
/// because every step recognizes completed work.
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
        if (stored.Case is { ClosedAt: not null } or { State: CaseState.Imported })
        {
            return null;
        }

        var instanceId = CaseOrchestration.IdOf(stored.Case);
        var instance = await run.Client.GetInstanceAsync(instanceId, cancellationToken);
        if (instance is { IsCompleted: false })
        {
            return null;
        }

        var rest = Instances.RestBefore(RepairJournal.CountOf(stored.Case, Kind), run.Grace);
        if (stored.WrittenAt > run.Now - rest || instance?.LastUpdatedAt > run.Now - rest
            || !await StartAsync(run.Client, instanceId, stored.Case, cancellationToken))
        {
            return null;
        }

        var (found, done) = ($"the case had {instance.Describe()}", $"orchestration {instanceId} was started again");
        await journal.RecordAsync(stored, Kind, found, done, unchanged => unchanged, cancellationToken);
        return $"{found}; {done}";
    }

    /// <returns>False if another process started it first.</returns>
    private static Task<bool> StartAsync(
        DurableTaskClient client, string instanceId, ModerationCase open, CancellationToken cancellationToken)
    {
        var request =
            open.Review is null
                ? new ModerationRequest(open.Upload, Import: open.Import)
                : new ModerationRequest(open.Upload, InReview: true, CaseId: open.CaseId);
        return CaseOrchestration.StartAsync(client, instanceId, request, replaceEnded: true, cancellationToken);
    }
}
