namespace VideoGate.TrustLists;

/// <summary>The source of a list does not serve it now; a later attempt may succeed.</summary>
public sealed class TrustListUnavailableException(string reason, Exception? innerException = null) : Exception(reason, innerException);
