namespace VideoGate.Cases.Uploads;

/// <summary>An upload created through the API, stored as <c>tickets/{uploadId}.json</c> in container <c>cases</c>.</summary>
public sealed record UploadTicket
{
    public int SchemaVersion { get; init; } = 1;

    public required string UploadId { get; init; }

    /// <summary>The uploader's submission, kept until the video arrives.</summary>
    public required Submission Submission { get; init; }

    /// <summary>The blob in <c>uploads</c> that the uploader may write to.</summary>
    public required string BlobName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Expiry of the write access.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The case of the video that was taken in, or of the last one that was refused; null until one arrives.</summary>
    public string? CaseId { get; init; }

    /// <summary>Why the video of <see cref="CaseId"/> was not taken in; null if it was.</summary>
    public UploadRefusal? Refusal { get; init; }
}
