using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask.Client;

namespace Serverless.Health;

/// <summary>Gives <see cref="TaskHub"/> the client of the first function that binds one.</summary>
internal sealed class TaskHubMiddleware(TaskHub hub) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (hub.Client is null && context.FunctionDefinition.InputBindings.Values.FirstOrDefault(binding => binding.Type == "durableClient") is { } client)
        {
            hub.Client = (await context.BindInputAsync<DurableTaskClient>(client)).Value;
        }

        await next(context);
    }
}
