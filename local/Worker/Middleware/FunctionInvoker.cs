using System.Diagnostics;
using Local.Worker.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Local.Worker.Middleware;

/// <summary>Runs a function inside the middleware, with services of its own.</summary>
internal sealed class FunctionInvoker(MiddlewarePipeline pipeline, IServiceScopeFactory scopes)
{
    private static readonly ActivitySource Activities = new("Microsoft.Azure.Functions.Worker");

    private readonly FunctionExecutionDelegate _run = pipeline.Around(CallFunctionAsync);

    public async Task<object?> InvokeAsync(LoadedFunction function, TriggerEvent trigger, CancellationToken cancellation)
    {
        using var activity = Start(function, trigger);
        await using var scope = scopes.CreateAsyncScope();
        var invocation = new Invocation(function, trigger, scope.ServiceProvider, cancellation);
        activity?.SetTag("faas.invocation_id", invocation.InvocationId);
        trigger.Prepare(invocation);
        try
        {
            await _run(invocation);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }

        await trigger.CompleteAsync(invocation);
        return invocation.GetInvocationResult().Value;
    }

    // Named and tagged as the real worker's.
    private static Activity? Start(LoadedFunction function, TriggerEvent trigger)
    {
        if (!trigger.IsTraced || !Activities.HasListeners())
        {
            return null;
        }

        // Kestrel's own span is exported by nobody: a span below it would have lost its parent.
        Activity.Current = null;
        ActivityContext.TryParse(trigger.TraceParent, traceState: null, out var parent);
        return Activities.StartActivity($"function {function.Name}", ActivityKind.Internal, parent, [new("faas.name", function.Name)]);
    }

    private static async Task CallFunctionAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        invocation.GetInvocationResult().Value = await invocation.Function.CallAsync(invocation);
    }
}
