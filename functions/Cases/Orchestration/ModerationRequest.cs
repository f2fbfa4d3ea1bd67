namespace VideoGate.Cases.Orchestration;

/// <summary>Input of the orchestration <c>ModerateVideo</c>.</summary>
/// <param name="Upload">Blob version of the case.</param>
/// <param name="Poisoned">
/// The blob trigger failed on the upload: it goes to quarantine with reason <c>inspection-failed</c>, uninspected.
/// </param>
/// <param name="InReview">
/// Set when a long review continues with a fresh history (continue-as-new), and when only a review remains.
/// </param>
/// <param name="CaseId">The case, if it differs from the instance id: in a review round opened by an appeal.</param>
/// <param name="InLabelling">Set when a decided video that waits for its labelled copy continues with a fresh history.</param>
/// <param name="Import">Set for a video that was published before the gate knew it.</param>
public sealed record ModerationRequest(
    UploadedVideo Upload, bool Poisoned = false, bool InReview = false, string? CaseId = null, bool InLabelling = false,
    ImportOrder? Import = null);
