using Azure;

namespace VideoGate.Cases;

/// <summary>A case and the version of the blob that holds it.</summary>
public sealed record StoredCase(ModerationCase Case, ETag ETag)
{
    /// <summary>When this version was written, by the service's clock; null when it never was.</summary>
    public DateTimeOffset? WrittenAt { get; init; }
}
