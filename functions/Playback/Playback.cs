namespace VideoGate.Playback;

/// <summary>A playback URL of a video.</summary>
/// <param name="Url">
/// Secret. Grants its bearer read access to this one blob until <paramref name="ExpiresAt"/>, range requests included.
/// </param>
/// <param name="ContentType">Media type detected from the first bytes of the file.</param>
internal sealed record Playback(Uri Url, string ContentType, DateTimeOffset ExpiresAt);
