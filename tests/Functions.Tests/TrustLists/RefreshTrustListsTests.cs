using System.Diagnostics.Metrics;
using AiLabels.Testing.C2pa;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Storage;
using VideoGate.Tests.Support;
using VideoGate.TrustLists;

namespace VideoGate.Tests.TrustLists;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class RefreshTrustListsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TestPki[] Authorities = TestLists.Authorities(4);

    private readonly FakeTimeProvider _time = new(TestCases.Now);
    private readonly FakeLogger<RefreshTrustLists> _log = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private ListServer _server = null!;
    private BlobStorage _storage = null!;
    private TrustListMetrics _metrics = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ListServer.StartAsync(TestLists.Pem(Authorities));
        _storage = await TestStorage.StartAsync(azurite);
        _metrics = new TrustListMetrics(_services.GetRequiredService<IMeterFactory>(), _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task Run_NothingConfigured_NothingIsInForce()
    {
        // Arrange
        var options = new TrustListOptions();

        // Act
        await RunAsync(options);

        // Assert
        Assert.Null((await Store(options).InForceAsync(CancellationToken.None)).Lists);
        Assert.Empty(_log.Collector.GetSnapshot().Select(entry => entry.Message));
    }

    [Fact]
    public async Task Run_GoodList_IsInForceFromThenOn()
    {
        // Arrange
        await RunAsync();
        var first = await InForceAsync();
        _time.Advance(TimeSpan.FromDays(1));
        await RunAsync();

        // Act
        var trust = await InForceAsync();

        // Assert
        Assert.Equal((4, 0), (trust.Signers.Count, trust.TimeStampers.Count));
        Assert.Equal(first.Lists, trust.Lists);
        Assert.Equal(_time.GetUtcNow() - TimeSpan.FromDays(1), trust.Lists!.Signers!.FetchedAt);
        Assert.Contains(
            "4 entries", Assert.Single(_log.Collector.GetSnapshot().Select(entry => entry.Message)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AuthorityAdded_ReplacesTheListAndKeepsTheOldOne()
    {
        // Arrange
        await RunAsync();
        var old = (await InForceAsync()).Lists!.Signers!.Sha256;
        _server.Answer = ListServer.Text(TestLists.Pem([.. Authorities, TestPki.Root("CN=New")]));

        // Act
        await RunAsync();

        // Assert
        Assert.Equal(5, (await InForceAsync()).Signers.Count);
        Assert.True(await _storage.Blob(new(Containers.Trust, $"lists/{old}.pem")).ExistsAsync());
    }

    [Fact]
    public async Task Run_MostAuthoritiesGone_KeepsTheLastGoodOneAndSaysSo()
    {
        // Arrange
        await RunAsync();
        _server.Answer = ListServer.Text(TestLists.Pem(Authorities[0]));

        // Act
        await RunAsync();

        // Assert
        Assert.Equal(4, (await InForceAsync()).Signers.Count);
        Assert.Contains(_log.Collector.GetSnapshot().Select(entry => entry.Message),
            message => message.EndsWith(
                "was rejected: It holds only 1 of the 4 entries in the last good list. The last good list stays in use.",
                    StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_SourceAwayForLong_KeepsTheLastGoodOneAndWarnsOfItsAge()
    {
        await RunAsync();
        _server.Answer = ListServer.Status(503);
        _time.Advance(TimeSpan.FromDays(7));
        await RunAsync();
        Assert.DoesNotContain(_log.Collector.GetSnapshot().Select(entry => entry.Message), IsAboutAge);
        _time.Advance(TimeSpan.FromSeconds(1));

        await RunAsync();

        Assert.Equal(4, (await InForceAsync()).Signers.Count);
        Assert.Equal("Trust list Signers is out of date: its source last confirmed it at 2026-01-01 00:00:00Z.",
            Assert.Single(_log.Collector.GetSnapshot().Select(entry => entry.Message), IsAboutAge));
        Assert.Equal(7 * 24 * 3600 + 1, MeasuredAge());
    }

    [Fact]
    public async Task Run_NoListHasEverCome_IsWarnedOf()
    {
        // Arrange
        _server.Answer = ListServer.Text("<html/>");

        // Act
        await RunAsync();

        // Assert
        Assert.Null((await InForceAsync()).Lists);
        Assert.Contains("has not delivered a list yet",
            Assert.Single(_log.Collector.GetSnapshot().Select(entry => entry.Message), IsAboutAge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AnotherSourceIsConfigured_ItsListIsTakenWhateverTheOldOneWas()
    {
        // Arrange
        await RunAsync();
        await using var other = await ListServer.StartAsync(TestLists.Pem(TestPki.Root("CN=Of our own")));
        var options = OptionsFor(other);

        // Act
        await RunAsync(options);

        // Assert
        Assert.Equal(1, (await Store(options).InForceAsync(CancellationToken.None)).Signers.Count);
    }

    [Fact]
    public async Task InForce_KeptListWasChanged_IsNotBelieved()
    {
        await RunAsync();
        var place = new BlobLocation(Containers.Trust, $"lists/{(await InForceAsync()).Lists!.Signers!.Sha256}.pem");
        await _storage.Blob(place).UploadAsync(new BinaryData(TestLists.Pem(TestPki.Root("CN=Mallory"))), overwrite: true);

        await Assert.ThrowsAsync<TrustListRefusedException>(InForceAsync);
        await RunAsync();

        Assert.Equal(4, (await InForceAsync()).Signers.Count);
    }

    [Fact]
    public async Task Run_ProductsBesideSigners_AreInForceUntilASpoiledListComes()
    {
        // Arrange
        var options = new TrustListOptions { Products = _server.Address, LoopbackTargets = { _server.Target } };
        _server.Answer = ListServer.Text(TestLists.Products("one", "two"));
        await RunAsync(options);
        _server.Answer = ListServer.Text("<html/>");

        // Act
        await RunAsync(options);

        // Assert
        var trust = await Store(options).InForceAsync(CancellationToken.None);
        Assert.Equal((2, 0), (trust.Products.Count, trust.Signers.Count));
        Assert.True(await _storage.Blob(new(Containers.Trust, $"lists/{trust.Lists!.Products!.Sha256}.json")).ExistsAsync());
        Assert.Contains(
            _log.Collector.GetSnapshot(), static entry => entry.Message.Contains("no list of conforming products", StringComparison.Ordinal));
    }

    private static bool IsAboutAge(string message) => message.Contains("is out of date", StringComparison.Ordinal);

    private static TrustListOptions OptionsFor(ListServer server) =>
        new() { Signers = server.Address, LoopbackTargets = { server.Target } };

    private TrustListStore Store(TrustListOptions options) => new(_storage, Options.Create(options), _metrics);

    private Task<TrustInForce> InForceAsync() => Store(OptionsFor(_server)).InForceAsync(CancellationToken.None);

    private Task RunAsync() => RunAsync(OptionsFor(_server));

    private async Task RunAsync(TrustListOptions options)
    {
        using var source = new TrustListSource(Options.Create(options));
        var refresh = new RefreshTrustLists(source, Store(options), _metrics, Options.Create(options), _time, _log);
        await refresh.RunAsync(new TimerInfo(), CancellationToken.None);
    }

    private double MeasuredAge()
    {
        var ages = new List<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == _services.GetRequiredService<IMeterFactory>()
                    && instrument.Name == "moderation.trust.list.age")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, age, _, _) => ages.Add(age));
        listener.Start();
        listener.RecordObservableInstruments();
        return Assert.Single(ages);
    }
}
