using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VideoGate.Cases.Orchestration;

namespace VideoGate.LibraryImports;

/// <summary>Starts the orchestration of an import; resumes it if it runs. Idempotent.</summary>
internal static class ImportStarter
{
    /// <summary>External event that resumes a waiting import. Carries no data: the stored state is authoritative.</summary>
    public const string Changed = "ImportChanged";

    public static async Task StartAsync(DurableTaskClient client, string importId, CancellationToken cancellationToken)
    {
        var instance = $"import-{importId}";
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(RunImport), new ImportStep(importId),
                new StartOrchestrationOptions(instance).WithDedupeStatuses(InstanceStatuses.NotEnded), cancellationToken);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            await client.RaiseEventAsync(instance, Changed, CancellationToken.None);
        }
    }
}
