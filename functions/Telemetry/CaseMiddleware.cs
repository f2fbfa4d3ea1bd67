using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;

namespace VideoGate.Telemetry;

/// <summary>
/// Gives the span of a function, and every line logged in it, the id of its case: from the route of a request, or from the orchestration
/// that called an activity.
/// </summary>
internal sealed class CaseMiddleware(ILogger<CaseMiddleware> logger) : IFunctionsWorkerMiddleware
{
    private static readonly string[] Probes = ["Health", "HealthLive"];

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (IsSilent(context.FunctionDefinition))
        {
            Activity.Current?.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            await next(context);
        }
        else if ((CaseOf(context.BindingContext.BindingData) ?? CaseOf(context.GetHttpContext()?.Request.RouteValues)) is { } caseId)
        {
            CaseTrace.Belongs(caseId);
            using var scope = logger.BeginScope(new KeyValuePair<string, object>[] { new("CaseId", caseId) });
            await next(context);
        }
        else
        {
            await next(context);
        }
    }

    /// <returns>Null when the run is about no case, or about many.</returns>
    internal static string? CaseOf(IReadOnlyDictionary<string, object?>? binding)
    {
        // A route has it as it is; the input of an activity is JSON.
        if (binding?.GetValueOrDefault("caseId") is string named && CaseId.IsValid(named.Trim('"')))
        {
            return named.Trim('"');
        }

        // {caseId}, and {caseId}-round2 where an appeal opened another round.
        return binding?.GetValueOrDefault("instanceId") is string instance ? CaseOrchestration.CaseIdOf(instance.Trim('"')) : null;
    }

    /// <summary>
    /// Whose spans would tell the same over and over: an orchestrator's, which runs again with each replay and whose activities have spans
    /// of their own, and those of probes.
    /// </summary>
    private static bool IsSilent(FunctionDefinition function) =>
        Probes.Contains(function.Name) || function.InputBindings.Values.Any(binding => binding.Type == "orchestrationTrigger");
}
