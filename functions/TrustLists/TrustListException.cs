namespace VideoGate.TrustLists;

/// <summary>The source of a list does not give it out at the moment: time may cure that.</summary>
public sealed class TrustListUnavailableException(string reason, Exception? innerException = null) : Exception(reason, innerException);

/// <summary>What the source gave out is no list that we go over to: somebody must look.</summary>
public sealed class TrustListRefusedException(string reason, Exception? innerException = null) : Exception(reason, innerException);
