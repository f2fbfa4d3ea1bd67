using Microsoft.DurableTask.Client;

namespace VideoGate.Cases.Orchestration;

/// <summary>
/// Statuses of an orchestration in which another one of its id does not start. Always said explicitly: left unset, some backends end the
/// running instance and start it anew, and a waiting review with it.
/// </summary>
internal static class InstanceStatuses
{
    /// <summary>Whatever became of it: an id is used once.</summary>
    public static OrchestrationRuntimeStatus[] Every { get; } = [.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses];

    /// <summary>It still acts, or waits to be let go on by whoever suspended it; one that has ended is replaced.</summary>
    public static OrchestrationRuntimeStatus[] NotEnded { get; } =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];
}
