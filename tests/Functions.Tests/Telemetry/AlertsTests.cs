using System.Text;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Audit;
using VideoGate.Audit.Verification;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Cases.Queue;
using VideoGate.Intake;
using VideoGate.Maintenance;
using VideoGate.Maintenance.Repairs;
using VideoGate.Moderation;
using VideoGate.Policies;
using VideoGate.Publishing;
using VideoGate.Review.Queue;
using VideoGate.Review.Steps;
using VideoGate.Storage;
using VideoGate.Testing;
using VideoGate.Tests.Intake;
using VideoGate.Tests.Moderation;
using VideoGate.Tests.Support;
using VideoGate.Tests.Takedowns;
using VideoGate.Tests.Telemetry.Insights;
using VideoGate.Tests.TrustLists;
using VideoGate.TrustLists;

namespace VideoGate.Tests.Telemetry;

/// <summary>
/// Triggers the condition of an alert in the app's own components, and runs the alert's own query on the data that Azure Monitor's own
/// exporter sent. <see cref="AlertsInTheAppTests"/> covers the rest in the running app.
/// </summary>
/// <remarks>In the other account, where no other test opens a case.</remarks>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class AlertsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly UploadedVideo Upload = new("video.mp4", "\"0x1\"", 1000, "video/mp4", TestCases.Opened);

    private readonly RecordingBackend _backend = new();
    private ApplicationInsights _insights = null!;
    private SendingParts _parts = null!;
    private BlobStorage _storage = null!;

    public async ValueTask InitializeAsync()
    {
        _insights = await ApplicationInsights.StartAsync();
        _parts = await SendingParts.StartAsync(_insights);
        _storage = await TestStorage.StartAsync(azurite.OtherConnectionString, azurite.OtherConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _parts.DisposeAsync();
        await _insights.DisposeAsync();
    }

    [Fact]
    public void Alerts_EveryOne_IsProvokedHereOrInTheApp()
    {
        string[] here =
            ["failed-orchestrations", "poisoned-uploads", "unreadable-poison", "review-overdue", "audit-broken", "audit-not-verified",
            "not-repaired", "trust-list-refused", "trust-list-stale", "case-broken", "manifest-broken", "audit-not-anchored",
            "clock-disagrees", "expiry-held", "video-lost", "malware-found", "takedown-due", "takedown-overdue"];

        Assert.Equal(here.Concat(AlertsInTheAppTests.Alerts).Order(), Alert.All.Keys.Order());
    }

    [Fact]
    public async Task FailedOrchestrations_OneFailedOfTwo_Fires()
    {
        var steps = Steps.With(decision: DecisionOutcome.Publish, loggers: _parts.Loggers);
        steps.Run(new ModerationRequest(Upload));
        await ExpectAsync("failed-orchestrations", fires: false);

        var failed = steps.Engine.Start(nameof(ModerateVideo), input: null);
        steps.Engine.Run();

        await ExpectAsync("failed-orchestrations", fires: true);
        Assert.Equal(failed.Id, Assert.Single(_insights.Query(Alert.All["failed-orchestrations"].Query))["instance"]);
    }

    /// <summary>As the extension's EndToEndTraceHelper writes it, with a host whose telemetryMode is OpenTelemetry.</summary>
    [Theory]
    [InlineData("Orchestrator", false, true)]
    [InlineData("Orchestrator", true, false)]
    [InlineData("Activity", false, false)]
    public async Task FailedOrchestrations_TheHostTellsIt_FiresForOrchestratorsAlone(string type, bool replay, bool fires)
    {
#pragma warning disable CA1727, CA1848, CA2254 // The host's own line, of which there is no delegate here.
        _parts.Loggers.CreateLogger("Host.Triggers.DurableTask").LogError(
            "{instanceId}: Function '{functionName} ({functionType})' failed with an error. Reason: {reason}. IsReplay: {isReplay}. State: {state}.",
            "webhook-a-1", "DeliverWebhook", type, "unheard of", replay, "Failed");
#pragma warning restore CA1727, CA1848, CA2254

        await ExpectAsync("failed-orchestrations", fires);
    }

    [Fact]
    public async Task PoisonedUploads_OneUploadGivenUp_Fires()
    {
        var starter = new CaseStarter(_storage, TestMetrics.Of<IntakeMetrics>(), _parts.Logger<CaseStarter>());
        await _storage.Blob(new(Containers.Uploads, "alerts/a.mp4")).UploadAsync(BinaryData.FromString("video"), overwrite: true);
        await starter.StartAsync(_backend.Client, "alerts/a.mp4", version: null, poisoned: false, CancellationToken.None);
        await ExpectAsync("poisoned-uploads", fires: false);

        await _storage.Blob(new(Containers.Uploads, "alerts/b.mp4")).UploadAsync(BinaryData.FromString("video"), overwrite: true);
        await starter.StartAsync(_backend.Client, "alerts/b.mp4", version: null, poisoned: true, CancellationToken.None);

        await ExpectAsync("poisoned-uploads", fires: true);
    }

    [Fact]
    public async Task UnreadablePoison_AMessageNobodyUnderstands_Fires()
    {
        var queues = new QueueServiceClient(azurite.OtherConnectionString);
        var queue = queues.GetQueueClient(PoisonMessages.Name);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes("not a message")));
        var starter = new CaseStarter(_storage, TestMetrics.Of<IntakeMetrics>(), _parts.Logger<CaseStarter>());
        await ExpectAsync("unreadable-poison", fires: false);

        await new PoisonedUploads(starter, new PoisonMessages(queues), _parts.Logger<PoisonedUploads>())
            .RunAsync(new TimerInfo(), _backend.Client, CancellationToken.None);

        await ExpectAsync("unreadable-poison", fires: true);
    }

    [Theory]
    [InlineData(0.7, ReviewState.Open, false)]
    [InlineData(1.1, ReviewState.Open, true)]
    [InlineData(1.1, ReviewState.AwaitingConfirmation, true)]
    [InlineData(100, ReviewState.Open, true)]
    public async Task ReviewOverdue_ByHowLongNobodyDecided_Fires(double escalations, ReviewState state, bool fires)
    {
        var policy = TestPolicies.Shipped.Active;
        var truth = new Truth(_storage);
        var reviewed = TestCases.Quarantined($"overdue-{Guid.NewGuid():N}.mp4") with { Policy = policy.Pin };
        await truth.Recorded.CreateAsync(reviewed with { Review = reviewed.Review! with { State = state } });
        var time = new FakeTimeProvider(TestCases.Now);
        time.Advance(reviewed.Review!.OpenedAt + (policy.Review.EscalateAfter * escalations) - time.GetUtcNow());
        var advance = new AdvanceReview(
            truth.Cases,
            truth.Journal,
            truth.Changes,
            truth.Expiries(time),
            new PolicyArchive(TestPolicies.Shipped, _storage),
            Truth.Clock(time),
            time,
            _parts.Logger<AdvanceReview>());

        await advance.RunAsync(reviewed.CaseId, CancellationToken.None);

        await ExpectAsync("review-overdue", fires);
    }

    [Fact]
    public async Task AuditBroken_ALogWasRemoved_FiresAndTheVerificationCounts()
    {
        var truth = new Truth(_storage);
        var opened = TestCases.Inspecting($"alerts-{Guid.NewGuid():N}.mp4");
        await truth.Recorded.CreateAsync(opened);
        var verify = new VerifyAuditLogs(
            truth.Verifier(TimeProvider.System, _parts.Logger<AuditVerifier>()));
        await ExpectAsync("audit-not-verified", fires: true);
        await ExpectAsync("audit-broken", fires: false);

        await _storage.Blob(new(Containers.Audit, $"{opened.CaseId}.jsonl")).DeleteAsync();
        await verify.RunAsync(new TimerInfo(), CancellationToken.None);

        await ExpectAsync("audit-broken", fires: true);
        await ExpectAsync("audit-not-verified", fires: false);
        Assert.Contains(_insights.Query(Alert.All["audit-broken"].Query), row => (string)row["caseId"]! == opened.CaseId);
        await _storage.Blob(new(Containers.Cases, $"by-id/{opened.CaseId}.json")).DeleteAsync();
    }

    [Fact]
    public async Task CaseBroken_ACaseWasChangedPastItsLog_Fires()
    {
        var truth = new Truth(_storage, loggers: _parts.Loggers);
        var stored = await truth.Recorded.CreateAsync(TestCases.Inspecting($"alerts-{Guid.NewGuid():N}.mp4"));
        await truth.Integrity.ReadAsync(stored.Case.CaseId);
        await ExpectAsync("case-broken", fires: false);

        await truth.Cases.UpdateAsync(stored.Case.CaseId, opened => opened with { State = CaseState.Published });
        await truth.Integrity.ReadAsync(stored.Case.CaseId);

        await ExpectAsync("case-broken", fires: true);
    }

    [Fact]
    public async Task Manifests_WrittenThenChanged_FireWhenNoneComesAndWhenOneIsBroken()
    {
        await using var azurite = await Azurite.StartNewAsync();
        var storage = await TestStorage.StartAsync(azurite.ConnectionString, azurite.ConnectionString);
        var truth = new Truth(storage, Truth.NewKey(), loggers: _parts.Loggers);
        await ExpectAsync("audit-not-anchored", fires: true);
        await truth.Anchorer(TimeProvider.System).RunAsync(default);
        await truth.Verifier(TimeProvider.System, _parts.Logger<AuditVerifier>()).BeginAsync(default);
        await ExpectAsync("audit-not-anchored", fires: false);
        await ExpectAsync("manifest-broken", fires: false);

        var (name, _) = Assert.Single(await truth.Manifests.ListAsync(default));
        await storage.Blob(new(Containers.Audit, name)).UploadAsync(BinaryData.FromString("another"), overwrite: true);
        await truth.Verifier(TimeProvider.System, _parts.Logger<AuditVerifier>()).BeginAsync(default);

        await ExpectAsync("manifest-broken", fires: true);
    }

    [Fact]
    public async Task ClockDisagrees_ResponsesAreDatedMinutesBefore_Fires()
    {
        var clock = new StorageClock(TimeProvider.System, Options.Create(new StorageOptions()), _parts.Logger<StorageClock>());
        var now = TimeProvider.System.GetUtcNow();
        clock.Observe(now, now);
        await ExpectAsync("clock-disagrees", fires: false);

        clock.Observe(now.AddMinutes(-5), now);

        await ExpectAsync("clock-disagrees", fires: true);
    }

    [Fact]
    public async Task ExpiryHeld_MoreThanTheShareIsDue_Fires()
    {
        await using var azurite = await Azurite.StartNewAsync();
        var storage = await TestStorage.StartAsync(azurite.ConnectionString, azurite.ConnectionString);
        var options = new ReviewOptions { MaxExpiryShare = 0.001, MinExpiriesPerHour = 1 };
        var limit = new Truth(storage, loggers: _parts.Loggers).Expiries(TimeProvider.System, options);
        Assert.Null((await limit.AskAsync("one", TestCases.Now, default)).HeldUntil);
        await ExpectAsync("expiry-held", fires: false);

        Assert.NotNull((await limit.AskAsync("another", TestCases.Now, default)).HeldUntil);

        await ExpectAsync("expiry-held", fires: true);
    }

    [Fact]
    public async Task VideoLost_NothingReplacedIt_Fires()
    {
        var truth = new Truth(_storage, loggers: _parts.Loggers);
        var stored = await truth.Recorded.CreateAsync(TestCases.Inspecting($"alerts-{Guid.NewGuid():N}.mp4"));
        await ExpectAsync("video-lost", fires: false);

        await new Supersede(truth.Integrity, truth.Missing, truth.Closing).RunAsync(stored.Case.CaseId, default);

        await ExpectAsync("video-lost", fires: true);
    }

    [Fact]
    public async Task Takedowns_TheRemovalFailsUntilTheClockEnds_FireAtHalfOfItAndAtItsEnd()
    {
        var parts = new TakedownParts(_storage, _parts.Loggers);
        var (caseId, began) = (await parts.PublishAsync("alerts"), parts.Time.GetUtcNow());
        parts.Engine.BeforeAnswer = call =>
        {
            if (call.Name is nameof(ReturnToQuarantine))
            {
                throw new StorageOutageException("away", new IOException());
            }
        };
        await parts.OrderAsync(caseId, new("in-intimate", "why"));
        parts.Engine.RunUntil(began.AddMinutes(55));
        await ExpectAsync("takedown-due", fires: false);

        parts.Engine.RunUntil(began.AddMinutes(65));
        await ExpectAsync("takedown-due", fires: true);
        await ExpectAsync("takedown-overdue", fires: false);

        parts.Engine.RunUntil(began.AddMinutes(125));
        await ExpectAsync("takedown-overdue", fires: true);
    }

    [Fact]
    public async Task MalwareFound_OneOfTwoVideos_Fires()
    {
        var scan = new MalwareScan(
            _storage, Options.Create(new MalwareOptions { WaitForScan = true }), TimeProvider.System, _parts.Logger<MalwareScan>());
        await ScanAsync(MalwareScan.Clean);
        await ExpectAsync("malware-found", fires: false);

        await ScanAsync(MalwareScan.Malicious);

        await ExpectAsync("malware-found", fires: true);

        async Task ScanAsync(string result)
        {
            var place = new BlobLocation(Containers.Quarantine, $"alerts/{Guid.NewGuid():N}.mp4");
            BlobContentInfo stored = await _storage.Blob(place).UploadAsync(BinaryData.FromString("video"));
            await _storage.Blob(place).SetTagsAsync(new Dictionary<string, string> { [MalwareScan.ResultTag] = result });
            await scan.GetErrorAsync("a-case", new HeldVideo(place, stored.ETag.ToString(), 5), default);
        }
    }

    [Fact]
    public async Task NotRepaired_ARepairFailed_Fires()
    {
        var run = new ReconciliationRun(
            _backend.Client, TestCases.Opened, TimeSpan.Zero, TestMetrics.Of<ReconciliationMetrics>(), _parts.Logger<Reconcile>());
        await run.TryAsync("lost-instance", "a-case", () => Task.FromResult<string?>("started again"), CancellationToken.None);
        await ExpectAsync("not-repaired", fires: false);

        await run.TryAsync(
            "leftover-video", "a-case", () => throw new InvalidOperationException("Two videos differ."), CancellationToken.None);

        await ExpectAsync("not-repaired", fires: true);
    }

    [Fact]
    public async Task TrustLists_TheSourceIsGoodThenAwayThenSpoiled_FireForWhatItIs()
    {
        var time = new FakeTimeProvider(TestCases.Now);
        await using var server = await ListServer.StartAsync(TestLists.Pem(TestLists.Authorities(4)));
        var options = Options.Create(new TrustListOptions { Signers = server.Address, LoopbackTargets = { server.Target } });
        using var source = new TrustListSource(options);
        var metrics = TestMetrics.Of<TrustListMetrics>();
        var refresh =
            new RefreshTrustLists(source, new(_storage, options, metrics), metrics, options, time, _parts.Logger<RefreshTrustLists>());
        await refresh.RunAsync(new TimerInfo(), CancellationToken.None);
        await ExpectAsync("trust-list-stale", fires: false);

        server.Answer = ListServer.Status(503);
        time.Advance(options.Value.MaxAge + TimeSpan.FromSeconds(1));
        await refresh.RunAsync(new TimerInfo(), CancellationToken.None);
        await ExpectAsync("trust-list-stale", fires: true);
        await ExpectAsync("trust-list-refused", fires: false);

        server.Answer = ListServer.Text("not a list");
        await refresh.RunAsync(new TimerInfo(), CancellationToken.None);
        await ExpectAsync("trust-list-refused", fires: true);
    }

    /// <remarks>Lines are sent in order: once this one has arrived, all earlier ones have.</remarks>
    private async Task ExpectAsync(string alert, bool fires)
    {
        var marker = $"{Guid.NewGuid()}";
#pragma warning disable CA1848, CA2254 // A mark in the stream, no line of the app.
        _parts.Loggers.CreateLogger("Test").LogWarning(marker);
#pragma warning restore CA1848, CA2254
        _parts.Flush();
        await _insights.UntilAsync($"traces | where message == \"{marker}\"", rows => rows.Count == 1);
        Assert.Equal(fires, Alert.All[alert].Fires(_insights));
    }
}
