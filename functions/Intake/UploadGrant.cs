namespace VideoGate.Intake;

/// <summary>Answer to <c>POST /uploads</c>: where the video goes, and until when.</summary>
/// <param name="Url">Whoever holds it may create and write this one blob, and nothing else.</param>
/// <param name="RequiredHeaders">To be sent with the <c>PUT</c> of the video.</param>
internal sealed record UploadGrant(
    string UploadId, string BlobName, Uri Url, DateTimeOffset ExpiresAt, IReadOnlyDictionary<string, string> RequiredHeaders);
