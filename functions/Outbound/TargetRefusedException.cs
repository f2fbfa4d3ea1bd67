namespace VideoGate.Outbound;

/// <summary>A name leads to an address that we do not connect to.</summary>
public sealed class TargetRefusedException(
    string host) : IOException($"'{host}' leads to an address that is not public; no connection is made.");
