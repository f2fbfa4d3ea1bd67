using System.Reflection;
using Local.Worker.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;

namespace Local.Worker.Durable;

/// <summary>An orchestrator takes its context and its input: anything else would not be the same at the next replay.</summary>
internal sealed class OrchestrationTrigger : TriggerKind
{
    public override string BindingType => "orchestrationTrigger";

    public override bool Handles(TriggerBindingAttribute attribute) => attribute is OrchestrationTriggerAttribute;

    public override string Describe(LoadedFunction function) => NameOf(function);

    public static string NameOf(LoadedFunction function) => ((OrchestrationTriggerAttribute)function.Trigger).Orchestration ?? function.Name;

    public override ParameterSource? TriggerParameter(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(TaskOrchestrationContext)
            ? invocation => ValueTask.FromResult<object?>(((OrchestrationEvent)invocation.Trigger).Context)
            : null;

    public override bool Allows(InputKind input) => input == FunctionInputs.Context;

    public override ParameterSource? OtherParameter(ParameterInfo parameter, TriggerBindingAttribute attribute)
    {
        if (parameter.ParameterType == typeof(FunctionContext)
            || parameter.ParameterType == typeof(CancellationToken)
            || parameter.IsDefined(typeof(BindingAttribute)))
        {
            return null;
        }

        var getInput = typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!
            .MakeGenericMethod(parameter.ParameterType);
        return invocation => ValueTask.FromResult(getInput.Invoke(((OrchestrationEvent)invocation.Trigger).Context, null));
    }
}
