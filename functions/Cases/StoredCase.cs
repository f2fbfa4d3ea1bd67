using Azure;

namespace VideoGate.Cases;

/// <summary>A case and its blob version.</summary>
public sealed record StoredCase(ModerationCase Case, ETag ETag)
{
    /// <summary>Write time of this version by the service's clock, or null if never written.</summary>
    public DateTimeOffset? WrittenAt { get; init; }
}
