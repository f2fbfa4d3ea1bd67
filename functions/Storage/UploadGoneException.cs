namespace VideoGate.Storage;

/// <summary>The version of the blob that a case is about was replaced or removed.</summary>
internal sealed class UploadGoneException(Exception innerException)
    : IOException("The upload was replaced or removed while it was read.", innerException);
