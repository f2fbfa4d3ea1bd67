using System.Reflection;
using System.Text.Json;
using Local.Worker.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Local.Worker.Durable;

internal sealed class ActivityTrigger : TriggerKind
{
    public override string BindingType => "activityTrigger";

    public override bool Handles(TriggerBindingAttribute attribute) => attribute is ActivityTriggerAttribute;

    public override string Describe(LoadedFunction function) => NameOf(function);

    public static string NameOf(LoadedFunction function) => ((ActivityTriggerAttribute)function.Trigger).Activity ?? function.Name;

    public override ParameterSource TriggerParameter(ParameterInfo parameter) => invocation =>
    {
        var call = ((ActivityEvent)invocation.Trigger).Call;
        try
        {
            return ValueTask.FromResult(call.ReadInput(parameter.ParameterType));
        }
        catch (JsonException exception)
        {
            throw new FunctionInputConverterException(
                $"The input of activity '{call.Name}' is no {parameter.ParameterType.Name} for parameter '{parameter.Name}'.", exception);
        }
    };
}
