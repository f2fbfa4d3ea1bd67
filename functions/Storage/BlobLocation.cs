namespace VideoGate.Storage;

/// <summary>One blob: its container and its name, as listed by the service (never normalised).</summary>
public sealed record BlobLocation(string Container, string Name);
