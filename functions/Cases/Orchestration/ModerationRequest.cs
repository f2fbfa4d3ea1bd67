namespace VideoGate.Cases.Orchestration;

/// <summary>Input of the orchestration <c>ModerateVideo</c>.</summary>
/// <param name="Upload">The version of the blob that the case is about.</param>
/// <param name="Poisoned">
/// The upload could not be taken in by the blob trigger: it goes to quarantine with reason <c>inspection-failed</c>, uninspected.
/// </param>
/// <param name="InReview">
/// Set by the orchestration itself when it continues a long review with a fresh history, and where only a review is left to do.
/// </param>
/// <param name="CaseId">The case, when it is another one than the instance is called: a round of its review that an appeal opened.</param>
public sealed record ModerationRequest(UploadedVideo Upload, bool Poisoned = false, bool InReview = false, string? CaseId = null);
