using Local.Durable.History;

namespace Local.Durable.Replay;

/// <summary>How a task ended: with a result or a failure.</summary>
internal readonly record struct TaskOutcome(string? Result, Failure? Failure = null);

/// <summary>A decision whose end the orchestrator waits for.</summary>
internal sealed class OpenTask(DecisionEvent decision) : TaskCompletionSource<TaskOutcome>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public DecisionEvent Decision => decision;
}
