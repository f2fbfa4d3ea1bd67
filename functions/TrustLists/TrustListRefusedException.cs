namespace VideoGate.TrustLists;

/// <summary>What the source gave out is no list that we go over to: somebody must look.</summary>
public sealed class TrustListRefusedException(string reason, Exception? innerException = null) : Exception(reason, innerException);
