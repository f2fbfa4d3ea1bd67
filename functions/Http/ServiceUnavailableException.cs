namespace VideoGate.Http;

/// <summary>A service that the request depends on does not respond; the request may be retried unchanged.</summary>
public abstract class ServiceUnavailableException(string message, Exception innerException) : Exception(message, innerException);
