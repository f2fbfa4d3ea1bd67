namespace VideoGate.TrustLists;

/// <summary>The source of a list does not give it out at the moment: time may cure that.</summary>
public sealed class TrustListUnavailableException(string reason, Exception? innerException = null) : Exception(reason, innerException);
