namespace VideoGate.Playback;

/// <summary>Where a video can be played from.</summary>
/// <param name="Url">Secret. Whoever holds it may read this one blob until <paramref name="ExpiresAt"/>, by ranges too.</param>
/// <param name="ContentType">What the first bytes of the file say it is.</param>
internal sealed record Playback(Uri Url, string ContentType, DateTimeOffset ExpiresAt);
