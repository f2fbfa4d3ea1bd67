namespace VideoGate.Safety;

/// <summary>The service does not take this picture or text, and will not take it later.</summary>
internal sealed class SafetyRefusedException(string message, Exception innerException) : Exception(message, innerException);
