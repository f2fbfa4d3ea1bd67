using Local.Durable.Engine;
using Local.Worker.Functions;
using Local.Worker.Middleware;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Local.Worker.Durable;

/// <summary>Gives the orchestrator and activity functions to the durable engine and runs it.</summary>
internal sealed class DurableHost(DurableEngine engine, IEnumerable<LoadedFunction> functions, FunctionInvoker invoker) : IHostedService
{
    /// <summary>The <c>[DurableClient]</c> parameter of any function.</summary>
    public static InputKind Input { get; } = new(
        "durableClient",
        parameter => parameter.ParameterType == typeof(DurableTaskClient) && parameter.IsDefined(typeof(DurableClientAttribute), inherit: false),
        invocation => ValueTask.FromResult<object?>(invocation.InstanceServices.GetRequiredService<DurableHost>().Client));

    public DurableTaskClient? Client { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var function in functions)
        {
            Register(function);
        }

        await engine.StartAsync(cancellationToken);
        Client = engine.CreateClient();
    }

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);

    private void Register(LoadedFunction function)
    {
        switch (function.Kind)
        {
            case OrchestrationTrigger:
                engine.Orchestrators.Add(
                    OrchestrationTrigger.NameOf(function),
                    context => invoker.InvokeAsync(function, new OrchestrationEvent(context), CancellationToken.None));
                break;
            case ActivityTrigger:
                engine.Activities.Add(
                    ActivityTrigger.NameOf(function),
                    (call, cancellation) => invoker.InvokeAsync(function, new ActivityEvent(call), cancellation));
                break;
        }
    }
}
