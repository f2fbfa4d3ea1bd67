namespace VideoGate.Storage;

/// <summary>Storage does not answer. Waiting helps; nothing is wrong with the blob.</summary>
public sealed class StorageOutageException(string message, Exception innerException) : Exception(message, innerException);
