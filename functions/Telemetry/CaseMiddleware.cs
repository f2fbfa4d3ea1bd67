using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;

namespace VideoGate.Telemetry;

/// <summary>
/// Tags a function's span, and every log line within it, with the id of its case: from the request's route, or from the orchestration
/// that called the activity.
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

    /// <returns>The case id, or null if the invocation is about no case, or about many.</returns>
    internal static string? CaseOf(IReadOnlyDictionary<string, object?>? binding)
    {
        // A route contains the plain id; the input of an activity is JSON.
        if (binding?.GetValueOrDefault("caseId") is string named && CaseId.IsValid(named.Trim('"')))
        {
            return named.Trim('"');
        }

        // {caseId}, or {caseId}-round2 for a round opened by an appeal.
        return binding?.GetValueOrDefault("instanceId") is string instance ? CaseOrchestration.CaseIdOf(instance.Trim('"')) : null;
    }

    /// <summary>
    /// Gets whether a function's spans are redundant: an orchestrator runs again on each replay while its activities have separate spans,
    /// and probes repeat.
    /// </summary>
    private static bool IsSilent(FunctionDefinition function) =>
        Probes.Contains(function.Name) || function.InputBindings.Values.Any(binding => binding.Type == "orchestrationTrigger");
}
