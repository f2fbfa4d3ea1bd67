using Local.Durable.History;

namespace Local.Durable.Replay;

/// <summary>How a task ended: with a result or a failure.</summary>
internal readonly record struct TaskOutcome(string? Result, Failure? Failure = null);

/// <summary>
/// A decision whose end the orchestrator waits for. Its continuations must not run asynchronously: Task.WhenAny and WhenAll would then continue on the
/// thread pool. It is completed on the orchestrator's thread alone, which queues them.
/// </summary>
internal sealed class OpenTask(DecisionEvent decision) : TaskCompletionSource<TaskOutcome>
{
    public DecisionEvent Decision => decision;
}
