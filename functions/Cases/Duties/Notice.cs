using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases.Duties;

/// <summary>A notice that the platform must show around, over or before the published video, which is itself unchanged.</summary>
/// <param name="Text">The text by language, at least <c>en</c> and <c>zh</c>.</param>
public sealed record Notice(
    NoticeKind Kind, NoticePlacement Placement, NoticeTime Time, IReadOnlyDictionary<string, string> Text)
{
    /// <summary>Whose law asks for it; null for a house rule.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Id of the rule that asks for it.</summary>
    public string? Rule { get; init; }

    /// <summary>Value of the AIGC Label (GB 45438-2025 annex E) that says the same in metadata; null if none does.</summary>
    public string? AigcLabel { get; init; }
}

[JsonConverter(typeof(CamelCase<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>The content is AI-generated.</summary>
    Is,

    MayBe,

    Suspected,

    /// <summary>The words AI GENERATED (Code of Practice, EU).</summary>
    AiGenerated,

    /// <summary>The words AI MODIFIED (Code of Practice, EU).</summary>
    AiModified,
}

[JsonConverter(typeof(CamelCase<NoticePlacement>))]
public enum NoticePlacement
{
    /// <summary>Beside the player, always visible with it.</summary>
    AroundPlayer,

    /// <summary>Over the picture, by the player.</summary>
    OnPicture,

    /// <summary>Title, caption, description or player.</summary>
    Anywhere,
}

[JsonConverter(typeof(CamelCase<NoticeTime>))]
public enum NoticeTime
{
    /// <summary>As long as the video is shown.</summary>
    Throughout,

    /// <summary>From the first moment that viewers see the content.</summary>
    FirstExposure,

    /// <summary>Before the video is opened, or when it is.</summary>
    BeforeOrAtAccess,
}
