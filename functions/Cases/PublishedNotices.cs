using AiLabels.Reports;
using VideoGate.Cases.Duties;

namespace VideoGate.Cases;

/// <summary>The notices that the platform must show with a published video. Pure.</summary>
public static class PublishedNotices
{
    private const string NoticeKey = "ainotice";
    private const string DisclosureKey = "aidisclosure";

    /// <returns>The notices; empty if the video is not published, or if a moderator decided that it is not AI.</returns>
    public static IReadOnlyList<Notice> Of(ModerationCase shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        return shown.State is CaseState.Published ? ToShow(shown) : [];
    }

    /// <summary>Gets the path at which the notices of a case can be read.</summary>
    public static string Path(string caseId) => $"/api/published/{caseId}/disclosure";

    /// <summary>
    /// Gets the metadata of a video that is about to be published: <c>ainotice</c>, jurisdiction and kind of each notice, and
    /// <c>aidisclosure</c>, the path of the disclosure.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Metadata(ModerationCase publishing)
    {
        ArgumentNullException.ThrowIfNull(publishing);
        var notices = ToShow(publishing);
        var metadata = new Dictionary<string, string>();
        if (notices.Count > 0)
        {
            metadata[NoticeKey] = string.Join(
                ' ', notices.Select(notice => $"{notice.Jurisdiction ?? "house"}:{CamelCase.Name(notice.Kind)}"));
        }

        if (notices.Count > 0 || publishing.Decision?.Disclosures is { Count: > 0 })
        {
            metadata[DisclosureKey] = Path(publishing.CaseId);
        }

        return metadata;
    }

    /// <summary>Gets the metadata of a published video with the notices that it has now.</summary>
    public static Dictionary<string, string> Replace(IDictionary<string, string> metadata, ModerationCase published)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var replaced = metadata.Where(pair => pair.Key is not (NoticeKey or DisclosureKey)).ToDictionary();
        foreach (var (key, value) in Metadata(published))
        {
            replaced[key] = value;
        }

        return replaced;
    }

    private static IReadOnlyList<Notice> ToShow(ModerationCase publishing) =>
        publishing.Review?.Decision?.LiftsNotices is true ? [] : publishing.Decision?.Notices ?? [];
}
