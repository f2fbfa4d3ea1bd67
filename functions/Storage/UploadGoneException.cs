namespace VideoGate.Storage;

/// <summary>The blob version of a case was replaced or removed.</summary>
internal sealed class UploadGoneException(Exception innerException)
    : IOException("The upload was replaced or removed while it was read.", innerException);
