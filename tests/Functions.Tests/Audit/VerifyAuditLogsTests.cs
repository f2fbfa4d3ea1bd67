using System.Diagnostics.Metrics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoGate.Audit;
using VideoGate.Audit.Verification;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Audit;

/// <remarks>In the other account, where no other test opens a case.</remarks>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class VerifyAuditLogsTests(AzuriteFixture azurite) : ILoggerProvider, ILogger
{
    private readonly List<(LogLevel Level, string Message)> _logged = [];

    [Fact]
    public async Task Run_IntactDeletedAndOrphanedLogs_NamesTheBadOnesAndCountsAll()
    {
        // Arrange
        var storage = await StartAsync();
        var cases = new CaseStore(storage, TimeProvider.System);
        var audit = new AuditLog(storage, TimeProvider.System);
        await OpenAsync(cases, audit, "intact.mp4");
        var deleted = await OpenAsync(cases, audit, "deleted.mp4");
        await storage.Blob(new(Containers.Audit, $"{deleted}.jsonl")).DeleteAsync();
        var orphan = CaseId.For(Containers.Uploads, "orphan.mp4", "1");
        await audit.AppendAsync(orphan, null, [new("opened", "system", [])]);
        List<bool> counted = [];

        // Act
        await RunAsync(storage, TimeProvider.System, counted,
            verifier => new VerifyAuditLogs(verifier).RunAsync(new TimerInfo(), CancellationToken.None));

        // Assert
        Assert.Contains(_logged, entry => entry.Level is LogLevel.Critical && entry.Message.Contains(deleted, StringComparison.Ordinal));
        Assert.Contains(_logged, entry => entry.Level is LogLevel.Warning && entry.Message.Contains(orphan, StringComparison.Ordinal));
        Assert.Contains(_logged, entry => entry.Message == "Verified 3 audit logs, 1 of them broken.");
        Assert.Equal([false, true, true], counted.Order());
    }

    [Fact]
    public async Task Continue_RunsThatTookTheirTime_GoOnUntilAllIsVerifiedOnce()
    {
        var storage = await StartAsync();
        var (cases, audit) = (new CaseStore(storage, TimeProvider.System), new AuditLog(storage, TimeProvider.System));
        for (var i = 0; i < 4; i++)
        {
            await OpenAsync(cases, audit, $"{i}.mp4");
        }

        var deleted = await OpenAsync(cases, audit, "deleted.mp4");
        await storage.Blob(new(Containers.Audit, $"{deleted}.jsonl")).DeleteAsync();
        List<bool> counted = [];
        List<int> afterEachRun = [];

        await RunAsync(storage, new Slow(), counted, async verifier =>
        {
            await verifier.BeginAsync(CancellationToken.None);
            afterEachRun.Add(counted.Count);
            for (var run = 0; run < 3; run++)
            {
                await new ContinueAuditVerification(verifier).RunAsync(new TimerInfo(), CancellationToken.None);
                afterEachRun.Add(counted.Count);
            }
        });

        Assert.Equal([2, 4, 5, 5], afterEachRun);
        Assert.Single(_logged, entry => entry.Message == "Verified 5 audit logs, 1 of them broken.");
        Assert.Single(_logged, entry => entry.Level is LogLevel.Critical && entry.Message.Contains(deleted, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Continue_NothingWasBegun_VerifiesNothing()
    {
        // Arrange
        var storage = await StartAsync();
        await OpenAsync(new CaseStore(storage, TimeProvider.System), new AuditLog(storage, TimeProvider.System), "one.mp4");
        List<bool> counted = [];

        // Act
        await RunAsync(storage, TimeProvider.System, counted, verifier => verifier.ContinueAsync(CancellationToken.None));

        // Assert
        Assert.Empty(counted);
    }

    /// <returns>Storage without a case.</returns>
    private async Task<BlobStorage> StartAsync()
    {
        var storage = await TestStorage.StartAsync(azurite.OtherConnectionString, azurite.OtherConnectionString);
        foreach (var container in (string[])[Containers.Cases, Containers.Audit])
        {
            await foreach (var blob in storage.Container(container).GetBlobsAsync())
            {
                await storage.Blob(new(container, blob.Name)).DeleteIfExistsAsync();
            }
        }

        return storage;
    }

    private static async Task<string> OpenAsync(CaseStore cases, AuditLog audit, string name) =>
        (await new Recorded(cases, audit).CreateAsync(TestCases.Inspecting(name))).Case.CaseId;

    private async Task RunAsync(BlobStorage storage, TimeProvider time, List<bool> counted, Func<AuditVerifier, Task> run)
    {
        await using var services = new ServiceCollection().AddMetrics().AddSingleton<AuditMetrics>().BuildServiceProvider();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == AuditMetrics.Meter && instrument.Name == "audit.logs.verified")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (counted)
            {
                counted.Add((bool)tags[0].Value!);
            }
        });
        listener.Start();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(this));
        var truth = new Truth(storage);
        await run(new(
            storage, truth.Cases, truth.Audit, truth.Integrity, truth.Manifests, truth.Chain, [],
            services.GetRequiredService<AuditMetrics>(), time, loggers.CreateLogger<AuditVerifier>())
        {
            LogsPerCheckpoint = 2,
        });
    }

    /// <summary>A clock by which every check has taken longer than the limit of a run.</summary>
    private sealed class Slow : TimeProvider
    {
        private long _timestamp;

        public override long GetTimestamp() => _timestamp += TimestampFrequency * 3600;
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_logged)
        {
            _logged.Add((logLevel, formatter(state, exception)));
        }
    }

    void IDisposable.Dispose()
    {
    }
}
