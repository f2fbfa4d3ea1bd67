namespace Local.Durable.History;

/// <summary>What an execution of an instance starts from.</summary>
/// <param name="Key">The instance's number in the store; a new one when an id is used again.</param>
/// <param name="Id">The id that clients know.</param>
/// <param name="Execution">Counts from 1; the next one begins with continue-as-new.</param>
/// <param name="Name">The name of the orchestrator.</param>
/// <param name="Version">Its version; empty when unversioned.</param>
/// <param name="Input">The serialized input.</param>
/// <param name="Parent">The decision of another instance that waits for this one.</param>
/// <param name="TraceParent">W3C trace context of who started it; null when nobody traced.</param>
internal sealed record InstanceHeader(
    long Key, string Id, long Execution, string Name, string Version, string? Input, ParentLink? Parent, string? TraceParent = null);

/// <summary>The decision <paramref name="TaskId"/> of an execution that waits for a sub-orchestration.</summary>
internal sealed record ParentLink(long Key, long Execution, int TaskId, string InstanceId, string Name);
