using Microsoft.DurableTask.Client;

namespace Local.Durable.Storage;

/// <summary>Which statuses are final.</summary>
internal static class RuntimeStatuses
{
    /// <summary>The statuses of instances that take no further turn.</summary>
    public static readonly IReadOnlyList<OrchestrationRuntimeStatus> Final =
    [
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Canceled,
        OrchestrationRuntimeStatus.Terminated,
    ];

    /// <summary>The statuses of instances that still may.</summary>
    public static readonly IReadOnlyList<OrchestrationRuntimeStatus> Active =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    public static bool HasEnded(this OrchestrationRuntimeStatus status) => Final.Contains(status);

    /// <summary>The statuses as an SQL list.</summary>
    public static string Sql(this IEnumerable<OrchestrationRuntimeStatus> statuses) => $"({string.Join(',', statuses.Select(status => (int)status))})";
}
