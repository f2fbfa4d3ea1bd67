using Azure;
using VideoGate.Intake;

namespace VideoGate.Maintenance.Repairs;

/// <summary>An upload without a case: its event was lost, or its orchestration ended before it opened a case.</summary>
public sealed class LostUpload(CaseStarter starter)
{
    public const string Kind = "lost-upload";

    public async Task<string?> RepairAsync(
        string caseId, string name, ETag version, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var instance = await run.Client.GetInstanceAsync(caseId, cancellationToken);
        var mayStart = instance is null || (instance.IsCompleted && run.IsSettled(instance.LastUpdatedAt));
        return mayStart && await starter.StartAgainAsync(run.Client, name, version, cancellationToken)
            ? $"the upload had no case and {instance.Describe()}; its moderation was started"
            : null;
    }
}
