using System.Diagnostics.Metrics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serverless.Audit;
using Serverless.Audit.Verification;
using Serverless.Cases;
using Serverless.Storage;
using Serverless.Tests.Support;

namespace Serverless.Tests.Audit;

/// <remarks>In the other account, where no other test opens a case.</remarks>
[Collection(AzuriteTests.Name)]
public sealed class VerifyAuditLogsTests(AzuriteFixture azurite) : ILoggerProvider, ILogger
{
    private readonly List<(LogLevel Level, string Message)> _logged = [];

    [Fact]
    public async Task Run_IntactDeletedAndOrphanedLogs_NamesTheBadOnesAndCountsAll()
    {
        var storage = await TestStorage.StartAsync(azurite.OtherConnectionString, azurite.OtherConnectionString);
        var cases = new CaseStore(storage, TimeProvider.System);
        var audit = new AuditLog(storage, TimeProvider.System);
        await OpenAsync(cases, audit, "intact.mp4");
        var deleted = await OpenAsync(cases, audit, "deleted.mp4");
        await storage.Blob(new(Containers.Audit, $"{deleted}.jsonl")).DeleteAsync();
        var orphan = CaseId.For(Containers.Uploads, "orphan.mp4", "1");
        await audit.AppendAsync(orphan, null, [new("opened", "system", [])]);
        List<bool> counted = [];

        await RunAsync(cases, audit, counted);

        Assert.Contains(_logged, entry => entry.Level is LogLevel.Critical && entry.Message.Contains(deleted, StringComparison.Ordinal));
        Assert.Contains(_logged, entry => entry.Level is LogLevel.Warning && entry.Message.Contains(orphan, StringComparison.Ordinal));
        Assert.Contains(_logged, entry => entry.Message == "Verified 3 audit logs, 1 of them broken.");
        Assert.Equal([false, true, true], counted.Order());
    }

    private static async Task<string> OpenAsync(CaseStore cases, AuditLog audit, string name)
    {
        var opened = TestCases.Inspecting(name);
        var head = await audit.AppendAsync(opened.CaseId, null, [new("opened", "system", [])]);
        await cases.CreateAsync(opened with { AuditHead = head });
        return opened.CaseId;
    }

    private async Task RunAsync(CaseStore cases, AuditLog audit, List<bool> counted)
    {
        await using var services = new ServiceCollection().AddMetrics().AddSingleton<AuditMetrics>().BuildServiceProvider();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == AuditMetrics.Meter)
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
        var function = new VerifyAuditLogs(cases, audit, services.GetRequiredService<AuditMetrics>(), loggers.CreateLogger<VerifyAuditLogs>());

        await function.RunAsync(new TimerInfo(), CancellationToken.None);
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
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
