namespace VideoGate.Intake;

/// <summary>Response of <c>POST /uploads</c>: the upload URL and its expiry.</summary>
/// <param name="Url">Grants its bearer write access to this one blob only; the first video that arrives there counts.</param>
/// <param name="RequiredHeaders">Headers to send with the <c>PUT</c> of the video.</param>
internal sealed record UploadGrant(
    string UploadId, string BlobName, Uri Url, DateTimeOffset ExpiresAt, IReadOnlyDictionary<string, string> RequiredHeaders);
