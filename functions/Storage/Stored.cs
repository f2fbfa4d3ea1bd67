using Azure;

namespace VideoGate.Storage;

/// <summary>A stored value and its blob version.</summary>
/// <param name="WrittenAt">Write time by the service's clock.</param>
internal sealed record Stored<T>(T Value, ETag ETag, DateTimeOffset WrittenAt);
