namespace VideoGate.Storage;

/// <summary>The container and name of a blob, as listed by the service (never normalized).</summary>
public sealed record BlobLocation(string Container, string Name);
