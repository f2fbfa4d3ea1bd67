using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Context.Features;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask.Client;

namespace VideoGate.Health;

/// <summary>Stores in <see cref="TaskHub"/> the client of the first function that binds one. The innermost middleware.</summary>
internal sealed class TaskHubMiddleware(TaskHub hub) : IFunctionsWorkerMiddleware
{
    private const string Binding = "durableClient";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await next(context);
        if (hub.Client is null
            && context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == Binding)
            && context.Features.Get<IFunctionInputBindingFeature>() is { } inputs)
        {
            // Reuses the function's own binding, which the feature caches. BindInputAsync converts without the client's converter, and the
            // function then fails.
            hub.Client = (await inputs.BindFunctionInputAsync(context)).Values.OfType<DurableTaskClient>().FirstOrDefault();
        }
    }
}
