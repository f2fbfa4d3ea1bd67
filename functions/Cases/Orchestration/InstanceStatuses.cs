using Microsoft.DurableTask.Client;

namespace VideoGate.Cases.Orchestration;

/// <summary>
/// Statuses of an existing instance that prevent starting another one with its id. Always set explicitly: by default some backends
/// terminate the running instance, with its pending review, and restart it.
/// </summary>
internal static class InstanceStatuses
{
    /// <summary>Any status: an id is used only once.</summary>
    public static OrchestrationRuntimeStatus[] Every { get; } = [.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses];

    /// <summary>Active or suspended; an instance that has ended is replaced.</summary>
    public static OrchestrationRuntimeStatus[] NotEnded { get; } =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];
}
