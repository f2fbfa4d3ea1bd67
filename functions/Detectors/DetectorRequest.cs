namespace VideoGate.Detectors;

/// <summary>Body of the request to a detector.</summary>
/// <param name="Video">Short-lived address that reads the video, range requests included. Secret.</param>
/// <param name="Length">In bytes.</param>
internal sealed record DetectorRequest(string CaseId, Uri Video, DateTimeOffset ExpiresAt, long Length);

/// <summary>Body of the answer.</summary>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Words">What it saw, in its own words.</param>
internal sealed record DetectorAnswer(double? Score, string? Model, string? Words);
