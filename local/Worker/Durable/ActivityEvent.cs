using Local.Durable.Engine;
using Local.Worker.Functions;

namespace Local.Worker.Durable;

internal sealed class ActivityEvent(ActivityInvocation call) : TriggerEvent
{
    public ActivityInvocation Call => call;
}
