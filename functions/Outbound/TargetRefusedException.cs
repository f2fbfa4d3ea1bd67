namespace VideoGate.Outbound;

/// <summary>A host name resolves to an address that is not allowed.</summary>
public sealed class TargetRefusedException(
    string host) : IOException($"'{host}' leads to an address that is not public; no connection is made.");
