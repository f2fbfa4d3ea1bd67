using Serverless.Cases;

namespace Serverless.Moderation;

/// <summary>Input of the orchestration <c>ModerateVideo</c>.</summary>
/// <param name="Upload">The version of the blob that the case is about.</param>
/// <param name="Poisoned">
/// The upload could not be taken in by the blob trigger: it goes to quarantine with reason <c>inspection-failed</c>, uninspected.
/// </param>
/// <param name="InReview">Set by the orchestration itself when it continues a long review with a fresh history.</param>
public sealed record ModerationRequest(UploadedVideo Upload, bool Poisoned = false, bool InReview = false);
