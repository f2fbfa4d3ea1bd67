namespace VideoGate.Http;

/// <summary>A service that a request needs does not answer: the request is neither right nor wrong, and may be repeated.</summary>
public abstract class ServiceUnavailableException(string message, Exception innerException) : Exception(message, innerException);
