using AiLabels.Reports;
using VideoGate.Cases;
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
