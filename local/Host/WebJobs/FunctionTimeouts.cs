using System.Runtime.ExceptionServices;
using Local.Host.Worker;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace Local.Host.WebJobs;

/// <summary>What the Functions host does when a function of a worker exceeds <c>functionTimeout</c>: it restarts the worker.</summary>
internal sealed partial class FunctionTimeouts(WorkerSupervisor worker, ILogger<FunctionTimeouts> logger) : IWebJobsExceptionHandler
{
    public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod)
    {
        LogExceeded(exceptionInfo.SourceException.Message);
        worker.Restart();
        return Task.CompletedTask;
    }

    public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
    {
        LogUnhandled(exceptionInfo.SourceException);
        return Task.CompletedTask;
    }

    [LoggerMessage(11, LogLevel.Error, "{Reason} The worker is restarted.")]
    private partial void LogExceeded(string reason);

    [LoggerMessage(12, LogLevel.Error, "An extension failed outside of a function.")]
    private partial void LogUnhandled(Exception exception);
}
