using Local.Worker.Functions;
using Local.Worker.Middleware;
using Local.Worker.State;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.Worker.Timers;

/// <summary>Runs the timer functions while the host runs.</summary>
internal sealed class TimerListener(
    IReadOnlyList<LoadedFunction> functions,
    TimerTrigger trigger,
    FunctionInvoker invoker,
    RuntimeDatabase database,
    TimeProvider time,
    ILogger<TimerLoop> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var history = new TimerHistory(database);
        return Task.WhenAll(functions.Select(function =>
            new TimerLoop(function, trigger.Schedule(function.Trigger), history, invoker, time, logger).RunAsync(stoppingToken)));
    }
}
