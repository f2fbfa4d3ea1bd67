using AiLabels.Reports;
using VideoGate.Cases.Duties;

namespace VideoGate.Cases.Api;

/// <summary>Says for viewers how AI was used. Pure.</summary>
internal static class AiUses
{
    /// <remarks>The uploader's own word comes first; a moderator who found the video not to be AI overrules all.</remarks>
    public static AiUse Of(ModerationCase shown) => shown switch
    {
        { Review.Decision.LiftsNotices: true } => AiUse.NotIndicated,
        { Submission.Declaration: Declaration.Generated } => AiUse.Generated,
        { Submission.Declaration: Declaration.Edited } => AiUse.Edited,
        { Decision.Origin: AiOrigin.Confirmed } when Notices(shown, NoticeKind.AiGenerated) => AiUse.Generated,
        { Decision.Origin: AiOrigin.Confirmed } when Notices(shown, NoticeKind.AiModified) => AiUse.Edited,
        { Decision.Origin: AiOrigin.Confirmed } => AiUse.Contains,
        { Decision.Origin: AiOrigin.Possible or AiOrigin.Suspected } => AiUse.MayContain,
        { Labels.Captured: true } => AiUse.Captured,
        { Decision.Origin: AiOrigin.NotFound } => AiUse.NotIndicated,
        _ => AiUse.Unknown,
    };

    private static bool Notices(ModerationCase shown, NoticeKind kind) =>
        PublishedNotices.Of(shown).Any(notice => notice.Kind == kind);
}
