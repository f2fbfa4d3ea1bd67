namespace VideoGate.Cases;

/// <summary>The uploader's objection to a decision, which somebody else decides about.</summary>
/// <param name="Text">Untrusted text.</param>
/// <param name="Round">The round that it opened; whoever decided in one before it does not decide about it.</param>
public sealed record ReviewAppeal(string Text, DateTimeOffset AppealedAt, int Round);
