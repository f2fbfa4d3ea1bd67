using Azure;

namespace VideoGate.Storage;

/// <summary>A stored value and the version of the blob that holds it.</summary>
/// <param name="WrittenAt">By the service's clock.</param>
internal sealed record Stored<T>(T Value, ETag ETag, DateTimeOffset WrittenAt);
