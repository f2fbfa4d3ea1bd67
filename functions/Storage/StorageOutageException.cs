namespace VideoGate.Storage;

/// <summary>Storage does not respond. A retry helps; the blob is not at fault.</summary>
public sealed class StorageOutageException(string message, Exception innerException) : Exception(message, innerException);
