namespace VideoGate.Local.Host;

/// <summary>The host cannot start or continue; the message gives the cause and a remedy.</summary>
internal sealed class HostException(string message, Exception? inner = null) : Exception(message, inner);
