using System.Reflection;
using Local.Worker.Functions;
using Local.Worker.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace Local.Worker.Timers;

internal sealed class TimerTrigger(IConfiguration settings) : TriggerKind
{
    public override string BindingType => "timerTrigger";

    public override bool Handles(TriggerBindingAttribute attribute) => attribute is TimerTriggerAttribute;

    public override string Describe(LoadedFunction function) => ((TimerTriggerAttribute)function.Trigger).Schedule;

    public Schedule Schedule(TriggerBindingAttribute attribute) =>
        Timers.Schedule.Parse(SettingExpressions.Resolve(((TimerTriggerAttribute)attribute).Schedule, settings));

    public override void Check(TriggerBindingAttribute attribute, Type? result)
    {
        MustBeNothing(result);
        _ = Schedule(attribute);
    }

    public override ParameterSource? TriggerParameter(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(TimerInfo)
            ? invocation => ValueTask.FromResult<object?>(((TimerEvent)invocation.Trigger).Timer)
            : null;
}
