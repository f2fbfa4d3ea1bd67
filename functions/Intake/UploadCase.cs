using VideoGate.Cases;

namespace VideoGate.Intake;

/// <summary>What an uploader wants to know of a case at a glance.</summary>
/// <param name="Reason">Reason code of the policy's decision, or of the person's; null before.</param>
/// <param name="Asked">A moderator waits for an answer of the uploader.</param>
/// <param name="Notices">The platform shows a notice with the published video.</param>
internal sealed record UploadCase(CaseState State, string? Reason, bool Asked, bool Notices)
{
    public static UploadCase Of(ModerationCase opened) => new(
        opened.State,
        opened.Review?.Decision?.ReasonCode ?? opened.QuarantineReason,
        opened is { State: CaseState.Quarantined, Review.State: ReviewState.AwaitingInformation },
        PublishedNotices.Of(opened).Count > 0);
}
