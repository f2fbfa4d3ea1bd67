namespace VideoGate.Cases.Uploads;

/// <summary>A limit that is reached.</summary>
/// <param name="Name"><c>grants</c>, <c>openCases</c>, <c>bytes</c> or <c>calls</c>.</param>
/// <param name="OfUploader">False if all uploaders together reach it.</param>
public sealed record UsageLimit(string Name, bool OfUploader, TimeSpan RetryAfter);
