namespace VideoGate.Local.Host;

/// <summary>The host cannot start or go on; the message says why, and what to do about it.</summary>
internal sealed class HostException(string message, Exception? inner = null) : Exception(message, inner);
