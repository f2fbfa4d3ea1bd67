using Local.Worker.Functions;
using Local.Worker.Middleware;
using Local.Worker.State;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.Worker.Blobs;

/// <summary>Polls for every blob function while the host runs.</summary>
internal sealed class BlobListener(
    IReadOnlyList<LoadedFunction> functions,
    BlobTrigger trigger,
    FunctionInvoker invoker,
    RuntimeDatabase database,
    BlobOptions options,
    TimeProvider time,
    ILogger<BlobPoller> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(functions.Select(function => PollAsync(function, stoppingToken)));

    private async Task PollAsync(LoadedFunction function, CancellationToken stopping)
    {
        var path = trigger.Path(function.Trigger);
        using var poller = new BlobPoller(
            function,
            path,
            trigger.Connection(function.Trigger),
            new BlobReceipts(database, function.Name, path.Container),
            invoker,
            options,
            time,
            logger);
        await poller.RunAsync(stopping);
    }
}
