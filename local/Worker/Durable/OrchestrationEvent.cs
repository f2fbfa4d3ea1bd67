using Local.Worker.Functions;
using Microsoft.DurableTask;

namespace Local.Worker.Durable;

internal sealed class OrchestrationEvent(TaskOrchestrationContext context) : TriggerEvent
{
    public TaskOrchestrationContext Context => context;

    public override bool IsTraced => false;
}
