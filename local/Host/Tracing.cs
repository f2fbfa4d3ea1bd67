using System.Diagnostics;

namespace VideoGate.Local.Host;

/// <summary>
/// Propagates the trace of a request or an orchestration to the worker without recording anything here, as the Functions host does if it
/// exports no telemetry: the traceparent that the worker gets ends in <c>-00</c>.
/// </summary>
internal static class Tracing
{
    public static IDisposable Start()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo =
                static source => source.Name is "Microsoft.AspNetCore" or "WebJobs.Extensions.DurableTask" or "DurableTask.Core",
            Sample = static (ref _) => ActivitySamplingResult.PropagationData,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
