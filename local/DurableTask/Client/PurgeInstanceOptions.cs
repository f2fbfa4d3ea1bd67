namespace Microsoft.DurableTask.Client;

/// <summary>How an instance is deleted.</summary>
/// <param name="Recursive">Whether its sub-orchestrations are deleted too.</param>
public record PurgeInstanceOptions(bool Recursive = false);
