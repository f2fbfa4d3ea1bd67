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
        using var activity = Activities.StartActivity($"function {function.Name}");
        await using var scope = scopes.CreateAsyncScope();
        var invocation = new Invocation(function, trigger, scope.ServiceProvider, cancellation);
        trigger.Prepare(invocation);
        await _run(invocation);
        await trigger.CompleteAsync(invocation);
        return invocation.GetInvocationResult().Value;
    }

    private static async Task CallFunctionAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        invocation.GetInvocationResult().Value = await invocation.Function.CallAsync(invocation);
    }
}
