using Local.Durable.History;
using Microsoft.DurableTask.Client;

namespace Local.Durable.Storage;

/// <summary>An instance to create.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its orchestrator.</param>
/// <param name="Version">Its version; empty when unversioned.</param>
/// <param name="Input">Its serialized input.</param>
internal sealed record NewInstance(string Id, string Name, string Version, string? Input)
{
    /// <summary>The decision that waits for it.</summary>
    public ParentLink? Parent { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>W3C trace context of who starts it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it starts; null: at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>The statuses of an existing instance that refuse this one.</summary>
    public required IReadOnlyCollection<OrchestrationRuntimeStatus> RefusedBy { get; init; }
}
