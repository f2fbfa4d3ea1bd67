using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Storage;

namespace VideoGate.Tests.Support;

/// <summary>Cases as the workflow writes them.</summary>
public static class TestCases
{
    /// <summary>Initial time of a manual clock: before any case was opened.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Opened = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    public static ModerationCase Inspecting(string name = "视频 1.mp4", string etag = "0x8DC") => new()
    {
        CaseId = CaseId.For(Containers.Uploads, name, etag),
        State = CaseState.Inspecting,
        Upload = new(name, etag, 1024, "video/mp4", Opened),
        Submission = new() { Declaration = Declaration.Generated, Uploader = "user-1", Title = "标题 🎬 \"x\"" },
        Policy = new("cn-labeling-measures", "1.0.0", new string('0', 64)),
        Location = new(Containers.Uploads, name),
        OpenedAt = Opened,
    };

    /// <summary>A case that the policy published with a notice.</summary>
    public static ModerationCase PublishedWithNotice(string name = "视频 1.mp4")
    {
        var seen = Quarantined(name);
        var text = new Dictionary<string, string> { ["en"] = "This content is AI-generated.", ["zh"] = "该内容为人工智能生成合成内容。" };
        return seen with
        {
            State = CaseState.Published,
            Location = new(Containers.Published, name),
            Review = null,
            ClosedAt = Opened,
            Decision = seen.Decision! with
            {
                Outcome = DecisionOutcome.PublishWithNotice,
                Notices =
                [
                    new(NoticeKind.Is, NoticePlacement.AroundPlayer, NoticeTime.Throughout, text)
                    {
                        Jurisdiction = "CN", Rule = "generated-label-missing", AigcLabel = "1",
                    },
                    new(NoticeKind.AiGenerated, NoticePlacement.OnPicture, NoticeTime.FirstExposure, text) { Jurisdiction = "EU" },
                ],
                Disclosures = [DisclosureItem.ProvenanceAvailable],
                Laws = [new(seen.Policy, "CN", DecisionOutcome.PublishWithNotice, "explicit-label-missing", seen.Decision!.Rules)],
            },
        };
    }

    public static ModerationCase Quarantined(string name = "视频 1.mp4", TimeSpan? due = null)
    {
        var opened = Inspecting(name);
        return opened with
        {
            State = CaseState.Quarantined,
            Location = new(Containers.Quarantine, name),
            Labels = new()
            {
                Origin = AiOrigin.Confirmed,
                Generator = "Kling",
                Credentials = CredentialIntegrity.None,
                Signer = SignerTrust.None,
                Findings = new Dictionary<string, int> { ["aigcLabel"] = 1 },
                Problems = [],
                BytesRead = 512,
            },
            Decision = new()
            {
                Outcome = DecisionOutcome.Quarantine,
                Reason = "explicit-label-not-checked",
                Origin = AiOrigin.Confirmed,
                NoticeLabel = "1",
                Rules = [new("confirmed", "Measures art. 6(1)", new Dictionary<string, string> { ["origin"] = "confirmed" })],
                Policy = opened.Policy,
                DecidedAt = Opened,
            },
            Review = new() { State = ReviewState.Open, OpenedAt = Opened, DueAt = Opened + (due ?? TimeSpan.FromHours(24)) },
        };
    }
}
