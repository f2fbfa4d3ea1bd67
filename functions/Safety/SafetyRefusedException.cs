namespace VideoGate.Safety;

/// <summary>The service rejects this picture or text, now and on every retry.</summary>
internal sealed class SafetyRefusedException(string message, Exception innerException) : Exception(message, innerException);
