using AiLabels.Reports;
using Microsoft.Extensions.Options;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Cases.Uploads;
using VideoGate.Moderation;
using VideoGate.Policies;
using VideoGate.Tests.Intake;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Moderation;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class DecideCaseTests(AzuriteFixture azurite)
{
    private static readonly LoadedPolicies WithShadow = new(
        Options.Create(new PoliciesOptions { Active = "cn-moderated", Shadow = "default" }));

    private readonly RecordingBackend _backend = new();
    private readonly string _uploader = $"user-{Guid.NewGuid():N}";
    private readonly UploadLimitOptions _limits = new() { InspectionsPerUploader = 2 };

    [Fact]
    public async Task Run_PolicyOnTrial_IsRecordedAndAuditedAndActsOnNothing()
    {
        var (decide, cases, audit, caseId) = await OpenAsync("on-trial.mp4");

        var decision = await decide.RunAsync(Labelled(caseId), _backend.Client, CancellationToken.None);

        var decided = (await cases.RequireAsync(caseId)).Case;
        var trail = await audit.ReadAsync(caseId, decided.AuditHead);
        Assert.Equal((DecisionOutcome.Publish, "explicit-label-present"), (decision.Outcome, decision.Reason));
        Assert.Equal((DecisionOutcome.Quarantine, "ai-indicated"), (decided.ShadowDecision!.Outcome, decided.ShadowDecision.Reason));
        Assert.Equal(CaseState.Inspecting, decided.State);
        Assert.Contains(trail.Entries, entry => entry.Type == "shadow-decided" && entry.Data["reason"] == "ai-indicated");
        Assert.True(trail.IsValid);
    }

    [Fact]
    public async Task Run_OthersOfTheUploaderWait_TellsTheOneWhoseTurnHasCome()
    {
        var (decide, _, _, caseId) = await OpenAsync("first.mp4");
        var usage = TestUploads.Usage(await TestStorage.StartAsync(azurite), _limits);
        ModerationCase[] others = [.. Enumerable.Range(1, 3).Select(
            minute => Uploaded(TestCases.Inspecting($"later-{minute}.mp4", $"{Guid.NewGuid():N}"), minute))];
        foreach (var other in others)
        {
            await usage.OpenAsync(other, ticket: null, CancellationToken.None);
        }

        await decide.RunAsync(Labelled(caseId), _backend.Client, CancellationToken.None);

        Assert.Equal([(others[1].CaseId, CaseOrchestration.Turn)], _backend.Raised);
    }

    [Fact]
    public async Task Run_Twice_IsOneDecisionThatCanBeReplayedFromTheCase()
    {
        var (decide, cases, _, caseId) = await OpenAsync("twice-decided.mp4");

        var first = await decide.RunAsync(Labelled(caseId), _backend.Client, CancellationToken.None);
        var second = await decide.RunAsync(Labelled(caseId), _backend.Client, CancellationToken.None);

        var stored = (await cases.RequireAsync(caseId)).Case;
        Assert.Equivalent(first, second, strict: true);
        Assert.Equivalent(first, CaseDecision.Decide([WithShadow.Active], stored, first.DecidedAt), strict: true);
        Assert.Equivalent(stored.ShadowDecision, CaseDecision.Decide(WithShadow.Shadow!, stored, first.DecidedAt), strict: true);
    }

    [Fact]
    public async Task Run_BrokenCase_IsWithheldAndFreesItsPlaceInTheInspection()
    {
        var storage = await TestStorage.StartAsync(azurite);
        _limits.InspectionsPerUploader = 1;
        var usage = TestUploads.Usage(storage, _limits);
        var (decide, cases, _, caseId) = await OpenAsync("broken-in-place.mp4");
        var broken = await cases.RequireAsync(caseId);
        var next = broken.Case with { Upload = broken.Case.Upload with { UploadedAt = TestCases.Opened.AddHours(1) }, CaseId = Another };
        await usage.OpenAsync(broken.Case, ticket: null, default);
        Assert.NotNull(await usage.OpenAsync(next, ticket: null, default));
        await cases.UpdateAsync(caseId, said => said with { ContentFingerprint = "forged" });

        var decision = await decide.RunAsync(Labelled(caseId), _backend.Client, CancellationToken.None);

        Assert.Equal("case-broken", decision.Reason);
        Assert.Null(await usage.WaitAsync(next, default));
    }

    private static string Another => TestCases.Inspecting("another-in-place.mp4").CaseId;

    private async Task<(DecideCase Decide, CaseStore Cases, AuditLog Audit, string CaseId)> OpenAsync(string name)
    {
        var storage = await TestStorage.StartAsync(azurite);
        var truth = new Truth(storage);
        var opened = Uploaded(TestCases.Inspecting(name, $"{Guid.NewGuid():N}") with { Policy = WithShadow.Active.Pin }, minute: 0);
        await truth.Recorded.CreateAsync(opened);
        var decide = new DecideCase(
            truth.Integrity, truth.Journal, new(WithShadow, storage), WithShadow, TestUploads.Usage(storage, _limits), new(storage),
            new(new(storage), truth.Cases), TestMetrics.Of<CaseMetrics>(), TimeProvider.System);
        return (decide, truth.Cases, truth.Audit, opened.CaseId);
    }

    private ModerationCase Uploaded(ModerationCase opened, int minute) => opened with
    {
        Submission = opened.Submission with { Uploader = _uploader },
        Upload = opened.Upload with { UploadedAt = TestCases.Opened.AddMinutes(minute) },
    };

    private static DecideInput Labelled(string caseId) => new(
        caseId,
        new InspectVideoOutput { Labels = TestPolicies.Input(AiOrigin.Confirmed).Labels },
        new(new() { Compliance = ExplicitLabelCompliance.Present }, Steps.Safe, Steps.Safe));
}
