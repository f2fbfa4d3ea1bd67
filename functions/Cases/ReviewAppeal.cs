namespace VideoGate.Cases;

/// <summary>The uploader's appeal against a decision, decided by a different person.</summary>
/// <param name="Text">Untrusted text.</param>
/// <param name="Round">The round that the appeal opened; people who decided in an earlier round may not decide it.</param>
public sealed record ReviewAppeal(string Text, DateTimeOffset AppealedAt, int Round);
