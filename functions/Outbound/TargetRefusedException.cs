namespace VideoGate.Outbound;

/// <summary>A host name resolves to an address that is not allowed.</summary>
public sealed class TargetRefusedException(
    string host) : IOException($"'{host}' resolves to an address that is not public; the connection is refused.");
