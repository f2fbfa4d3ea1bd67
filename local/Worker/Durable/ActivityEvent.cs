using Local.Durable.Engine;
using Local.Worker.Functions;

namespace Local.Worker.Durable;

internal sealed class ActivityEvent(ActivityInvocation call) : TriggerEvent
{
    public ActivityInvocation Call => call;

    public override string? TraceParent => call.TraceParent;

    public override IReadOnlyDictionary<string, object?> Data { get; } = new Dictionary<string, object?> { ["instanceId"] = call.InstanceId };
}
