namespace VideoGate.TrustLists;

/// <summary>The source serves a list that is not accepted: an operator must check.</summary>
public sealed class TrustListRefusedException(string reason, Exception? innerException = null) : Exception(reason, innerException);
