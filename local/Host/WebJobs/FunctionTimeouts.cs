using System.Runtime.ExceptionServices;
using Microsoft.Azure.WebJobs.Host.Timers;
using VideoGate.Local.Host.Worker;

namespace VideoGate.Local.Host.WebJobs;

/// <summary>Restarts the worker if one of its functions exceeds <c>functionTimeout</c>, as the Functions host does.</summary>
internal sealed class FunctionTimeouts(WorkerSupervisor worker, ILogger<FunctionTimeouts> logger) : IWebJobsExceptionHandler
{
    public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod)
    {
        logger.LogError("{Reason} The worker is restarted.", exceptionInfo.SourceException.Message);
        worker.Restart();
        return Task.CompletedTask;
    }

    public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
    {
        logger.LogError(exceptionInfo.SourceException, "An extension failed outside of a function.");
        return Task.CompletedTask;
    }
}
