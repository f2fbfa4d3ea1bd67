using System.Diagnostics;

namespace VideoGate.Local.Host;

/// <summary>
/// Keeps the trace of a request or an orchestration on its way to the worker without recording anything here, as the Functions host does
/// where it exports no telemetry: what the worker is told ends in <c>-00</c>.
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
