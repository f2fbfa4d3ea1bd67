namespace VideoGate.Safety;

/// <summary>The service gives no judgement now. Waiting may help; nothing is known about the content.</summary>
/// <param name="retryAfter">What the service asked for; null when it did not say.</param>
internal sealed class SafetyUnavailableException(string message, TimeSpan? retryAfter, Exception innerException)
    : Exception(message, innerException)
{
    public TimeSpan? RetryAfter => retryAfter;
}
