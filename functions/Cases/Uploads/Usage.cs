namespace VideoGate.Cases.Uploads;

/// <summary>What one uploader has, or all uploaders have, in progress.</summary>
/// <param name="FirstExpiry">When the first of the counted upload URLs expires; null without any.</param>
public sealed record Usage(long Grants, long Cases, long Bytes, long Calls, DateTimeOffset? FirstExpiry);
