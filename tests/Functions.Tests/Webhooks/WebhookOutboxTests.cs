using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Testing;
using VideoGate.Tests.Intake;
using VideoGate.Tests.Support;
using VideoGate.Webhooks;

namespace VideoGate.Tests.Webhooks;

/// <remarks>Each test has a separate outbox, because it reads all pending messages.</remarks>
[Trait("Needs", "services")]
public sealed class WebhookOutboxTests : IAsyncLifetime
{
    private static readonly AuditEvent Quarantined = new("quarantined", "system", new() { ["reason"] = "explicit-label-missing" });

    private readonly RecordingBackend _backend = new();
    private readonly WebhookOptions _options = new()
    {
        Endpoints =
        {
            new() { Url = new Uri("https://one.example.com/"), Secret = WebhookReceiver.Secret },
            new() { Url = new Uri("https://two.example.com/"), Secret = WebhookReceiver.Secret },
        },
    };

    private readonly FakeTimeProvider _time = new(TestCases.Now);
    private Azurite _azurite = null!;
    private BlobStorage _storage = null!;
    private WebhookOutbox _outbox = null!;
    private CaseStore _cases = null!;
    private AuditLog _audit = null!;

    public async ValueTask InitializeAsync()
    {
        _azurite = await Azurite.StartNewAsync();
        _storage = await TestStorage.StartAsync(_azurite.ConnectionString, _azurite.ConnectionString);
        _outbox = new(_storage, Options.Create(_options));
        _cases = new(_storage, TimeProvider.System);
        _audit = new(_storage, _time, [_outbox]);
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    [Fact]
    public async Task Drain_EventThatStands_IsStartedOnceForEachEndpointAndNeverAgain()
    {
        var told = TestCases.Quarantined();
        var head = await _audit.AppendAsync(told.CaseId, null, [Quarantined, new("claimed", "bob", [])]);
        await _cases.CreateAsync(told with { AuditHead = head });
        await _outbox.BeforeAppendAsync(told.CaseId, [Quarantined], _time.GetUtcNow().AddSeconds(1), CancellationToken.None);

        await DrainAsync();
        await DrainAsync();

        Assert.Equal(2, _backend.Inputs.Count);
        Assert.Single(_backend.Inputs.Values.Cast<WebhookDelivery>().Select(delivery => (delivery.Id, delivery.Body)).Distinct());
        Assert.Empty(await _outbox.ListAsync(10, CancellationToken.None));
        Assert.All(_backend.Inputs, start => Assert.DoesNotContain(WebhookReceiver.Secret, $"{start}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drain_EventThatDoesNotStandYet_WaitsAndIsForgottenWhenItNeverComes()
    {
        var told = TestCases.Quarantined();
        await _cases.CreateAsync(told);
        await _outbox.BeforeAppendAsync(told.CaseId, [Quarantined], _time.GetUtcNow(), CancellationToken.None);

        await DrainAsync();
        Assert.Single(await _outbox.ListAsync(10, CancellationToken.None));

        _time.Advance(TimeSpan.FromHours(2));
        await DrainAsync();
        Assert.Empty(await _outbox.ListAsync(10, CancellationToken.None));
        Assert.Empty(_backend.Inputs);
    }

    [Fact]
    public async Task Drain_CaseIsNotWrittenYet_WaitsALittle()
    {
        var told = TestCases.Quarantined();
        await _cases.CreateAsync(told);
        await _audit.AppendAsync(told.CaseId, null, [Quarantined]);

        await DrainAsync();
        Assert.Empty(_backend.Inputs);

        _time.Advance(TimeSpan.FromMinutes(1));
        await DrainAsync();
        Assert.Equal(2, _backend.Inputs.Count);
    }

    [Fact]
    public async Task Drain_OneCaseCannotBeRead_TellsOfTheOthersAndNamesIt()
    {
        var (broken, told) = (TestCases.Quarantined("broken.mp4"), TestCases.Quarantined("told.mp4"));
        foreach (var quarantined in new[] { broken, told })
        {
            await _cases.CreateAsync(quarantined with { AuditHead = await _audit.AppendAsync(quarantined.CaseId, null, [Quarantined]) });
        }

        await foreach (var blob in _storage.Container(Containers.Cases).GetBlobsAsync()
            .Where(blob => blob.Name.Contains($"{broken.CaseId}.json", StringComparison.Ordinal)))
        {
            await _storage.Blob(new(Containers.Cases, blob.Name)).UploadAsync(BinaryData.FromString("{"), overwrite: true);
        }

        var failure = await Assert.ThrowsAsync<AggregateException>(DrainAsync);

        Assert.Contains(broken.CaseId, Assert.Single(failure.InnerExceptions).Message, StringComparison.Ordinal);
        Assert.Equal(2, _backend.Inputs.Count);
        Assert.Equal(broken.CaseId, Assert.Single(await _outbox.ListAsync(10, CancellationToken.None)).CaseId);
    }

    [Fact]
    public async Task Drain_BackendIsAway_KeepsTheEvent()
    {
        var told = TestCases.Quarantined();
        await _cases.CreateAsync(told with { AuditHead = await _audit.AppendAsync(told.CaseId, null, [Quarantined]) });
        _backend.Outage = new IOException("away");

        await Assert.ThrowsAnyAsync<IOException>(DrainAsync);

        Assert.Single(await _outbox.ListAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task Announce_NobodyIsToBeTold_WritesNothing()
    {
        // Arrange
        _options.Endpoints.Clear();

        // Act
        await _outbox.BeforeAppendAsync(TestCases.Quarantined().CaseId, [Quarantined], _time.GetUtcNow(), CancellationToken.None);

        // Assert
        Assert.Empty(await _outbox.ListAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task Abandoned_Delivery_StandsInTheAuditLogOnce()
    {
        var told = TestCases.Quarantined();
        await _cases.CreateAsync(told with { AuditHead = await _audit.AppendAsync(told.CaseId, null, [Quarantined]) });
        var abandoned = new AbandonedDelivery(new("msg_1", told.CaseId, "type", "endpoint", "{}"), 12, "The endpoint answered 500.");
        var record = new RecordAbandonedWebhook(_cases, new AuditLog(_storage, TimeProvider.System), TestMetrics.Of<WebhookMetrics>());

        await record.RunAsync(abandoned, CancellationToken.None);
        await record.RunAsync(abandoned, CancellationToken.None);

        var trail = await _audit.ReadAsync(told.CaseId, null);
        Assert.True(trail.IsValid);
        Assert.Equal("12", Assert.Single(trail.Entries, entry => entry.Type == "webhook-abandoned").Data["attempts"]);
    }

    private Task DrainAsync() =>
        new DrainWebhookOutbox(_outbox, Truth.Anchors(_storage, _options), _cases, _audit, Options.Create(_options), _time).RunAsync(
            new TimerInfo(), _backend.Client, CancellationToken.None);
}
