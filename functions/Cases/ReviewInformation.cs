namespace VideoGate.Cases;

/// <summary>What a moderator asked the uploader.</summary>
/// <param name="Question">Shown to the uploader, without <paramref name="AskedBy"/>.</param>
/// <param name="Answer">Untrusted text; null until the uploader has answered.</param>
public sealed record ReviewInformation(
    string Question, string AskedBy, DateTimeOffset AskedAt, string? Answer = null, DateTimeOffset? AnsweredAt = null);
