namespace VideoGate.Cases;

/// <summary>A moderator's question to the uploader.</summary>
/// <param name="Question">Shown to the uploader, without <paramref name="AskedBy"/>.</param>
/// <param name="Answer">Untrusted text; null until the uploader answers.</param>
public sealed record ReviewInformation(
    string Question, string AskedBy, DateTimeOffset AskedAt, string? Answer = null, DateTimeOffset? AnsweredAt = null);
