using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using VideoGate.Maintenance;
using VideoGate.Maintenance.Repairs;
using VideoGate.Maintenance.Sweeps;
using VideoGate.Storage;
using VideoGate.Tests.Intake;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Maintenance;

/// <summary>Sharing of work between runs, whatever the repairs.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class ReconcileTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly FakeLogger<Reconcile> _logger = new();
    private readonly ServiceProvider _services =
        new ServiceCollection().AddMetrics().AddSingleton<ReconciliationMetrics>().BuildServiceProvider();
    private BlobStorage _storage = null!;

    public async ValueTask InitializeAsync()
    {
        _storage = await TestStorage.StartAsync(azurite);
        await _storage.Blob(new(Containers.Cases, "reconciliation.json")).DeleteIfExistsAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Run_MoreThanOneRunMayLookAt_EachGoesOnWhereTheLastStopped()
    {
        var numbers = new Numbers(7, TimeSpan.FromDays(1));

        for (var run = 0; run < 4; run++)
        {
            await RunAsync(numbers, new() { MaxPerRun = 3 });
        }

        // The fourth has nothing to do: the sweep ended today.
        Assert.Equal([[0, 1, 2], [3, 4, 5], [6]], numbers.Seen.Chunk(3));
    }

    [Fact]
    public async Task Run_SomethingCannotBeRepaired_TheOthersAreAndBothAreCounted()
    {
        // Arrange
        var numbers =
            new Numbers(5, TimeSpan.Zero, number => number == 2 ? throw new FormatException("No.") : number == 3 ? "mended" : null);
        var counted = new ConcurrentBag<(string, bool)>();
        using var listener = Listen(counted);

        // Act
        await RunAsync(numbers, new());

        // Assert
        Assert.Equal([0, 1, 2, 3, 4], numbers.Seen.Order());
        Assert.Equal([("odd-number", false), ("odd-number", true)], counted.Order());
        Assert.Contains("Case 3: odd-number repaired: mended.", _logger.Collector.GetSnapshot().Select(entry => entry.Message));
        Assert.Contains("Case 2: odd-number could not be repaired; the next run tries again.",
            _logger.Collector.GetSnapshot().Select(entry => entry.Message));
        Assert.Contains("Reconciliation: 5 examined; repaired: odd-number 1; not repaired: odd-number 1.",
            _logger.Collector.GetSnapshot().Select(entry => entry.Message));
    }

    [Fact]
    public async Task Run_WhileAnotherIsUnderWay_LooksAtNothing()
    {
        // Arrange
        var second = new Numbers(1, TimeSpan.Zero);
        var first = new Numbers(1, TimeSpan.Zero,
            _ => RunAsync(second, new()).ContinueWith(_ => (string?)null, TaskScheduler.Default).GetAwaiter().GetResult());

        // Act
        await RunAsync(first, new());

        // Assert
        Assert.Equal([0], first.Seen);
        Assert.Empty(second.Seen);
        Assert.Contains("Reconciliation: another run is in progress.", _logger.Collector.GetSnapshot().Select(entry => entry.Message));
    }

    private Task RunAsync(ISweep walk, ReconciliationOptions options) =>
        new Reconcile(
            _storage, [walk], Options.Create(options), _services.GetRequiredService<ReconciliationMetrics>(), Truth.Clock(),
            TimeProvider.System, _logger)
            .RunAsync(new TimerInfo(), new RecordingBackend().Client, CancellationToken.None);

    private static MeterListener Listen(ConcurrentBag<(string, bool)> counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == ReconciliationMetrics.Meter)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add(((string)tags[0].Value!, (bool)tags[1].Value!)));
        listener.Start();
        return listener;
    }

    private sealed class Numbers(int count, TimeSpan every, Func<int, string?>? repair = null) : ISweep
    {
        public ConcurrentQueue<int> Seen { get; } = [];

        public string Name => $"numbers-{count}";

        public TimeSpan Every => every;

        public async Task<SweepStep> StepAsync(string? marker, int pageSize, ReconciliationRun run, CancellationToken cancellationToken)
        {
            var from = int.Parse(marker ?? "0", null);
            var to = Math.Min(count, from + pageSize);
            for (var number = from; number < to; number++)
            {
                Seen.Enqueue(number);
                var tried = number;
                await run.ExamineAsync(
                    $"{number}", () =>
                        run.TryAsync("odd-number", $"{tried}", () => Task.FromResult(repair?.Invoke(tried)), cancellationToken),
                            cancellationToken);
            }

            return new(to - from, to == count ? null : $"{to}");
        }
    }
}
