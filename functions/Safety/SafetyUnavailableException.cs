namespace VideoGate.Safety;

/// <summary>The service cannot analyze now; a retry may succeed. Nothing is known about the content.</summary>
/// <param name="retryAfter">The delay requested by the service, or null if it requested none.</param>
internal sealed class SafetyUnavailableException(string message, TimeSpan? retryAfter, Exception innerException)
    : Exception(message, innerException)
{
    public TimeSpan? RetryAfter => retryAfter;
}
