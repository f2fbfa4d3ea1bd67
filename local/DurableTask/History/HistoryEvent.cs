using System.Text.Json.Serialization;
using Microsoft.DurableTask.Client;

namespace Local.Durable.History;

/// <summary>
/// One entry of an orchestration's history. A turn records what set it off and what the orchestrator then decided; replaying the entries in order
/// brings the orchestrator to the same place again.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TurnStarted), "turnStarted")]
[JsonDerivedType(typeof(ExecutionStarted), "executionStarted")]
[JsonDerivedType(typeof(ActivityScheduled), "activityScheduled")]
[JsonDerivedType(typeof(SubOrchestrationScheduled), "subOrchestrationScheduled")]
[JsonDerivedType(typeof(TimerCreated), "timerCreated")]
[JsonDerivedType(typeof(EventSent), "eventSent")]
[JsonDerivedType(typeof(TaskCompleted), "taskCompleted")]
[JsonDerivedType(typeof(TaskFailed), "taskFailed")]
[JsonDerivedType(typeof(TimerFired), "timerFired")]
[JsonDerivedType(typeof(EventRaised), "eventRaised")]
[JsonDerivedType(typeof(ExecutionSuspended), "executionSuspended")]
[JsonDerivedType(typeof(ExecutionResumed), "executionResumed")]
[JsonDerivedType(typeof(ExecutionTerminated), "executionTerminated")]
[JsonDerivedType(typeof(ExecutionEnded), "executionEnded")]
internal abstract record HistoryEvent;

/// <summary>The orchestrator ran; <paramref name="At"/> is its clock until the next turn.</summary>
internal sealed record TurnStarted(DateTime At) : HistoryEvent;

/// <summary>The first turn of an execution. Name and input stand with the instance.</summary>
internal sealed record ExecutionStarted : HistoryEvent;

/// <summary>Something the orchestrator decided; <paramref name="Id"/> counts its decisions from 0.</summary>
internal abstract record DecisionEvent(int Id) : HistoryEvent
{
    /// <summary>Whether <paramref name="other"/> is the same decision, made again on replay.</summary>
    public abstract bool IsSameAs(DecisionEvent other);

    /// <summary>The decision in words, for messages.</summary>
    public abstract string Describe();
}

internal sealed record ActivityScheduled(int Id, string Name) : DecisionEvent(Id)
{
    public override bool IsSameAs(DecisionEvent other) =>
        other is ActivityScheduled call && call.Id == Id && string.Equals(call.Name, Name, StringComparison.OrdinalIgnoreCase);

    public override string Describe() => $"call activity '{Name}' (#{Id})";
}

internal sealed record SubOrchestrationScheduled(int Id, string Name, string InstanceId) : DecisionEvent(Id)
{
    public override bool IsSameAs(DecisionEvent other) => other is SubOrchestrationScheduled call && call.Id == Id
        && string.Equals(call.Name, Name, StringComparison.OrdinalIgnoreCase) && call.InstanceId == InstanceId;

    public override string Describe() => $"call sub-orchestration '{Name}' with id '{InstanceId}' (#{Id})";
}

/// <summary>A timer; its time may differ when the code's delay was changed, which does no harm.</summary>
internal sealed record TimerCreated(int Id, DateTime FireAt) : DecisionEvent(Id)
{
    public override bool IsSameAs(DecisionEvent other) => other is TimerCreated timer && timer.Id == Id;

    public override string Describe() => $"create a timer for {FireAt:o} (#{Id})";
}

internal sealed record EventSent(int Id, string InstanceId, string Name) : DecisionEvent(Id)
{
    public override bool IsSameAs(DecisionEvent other) => other is EventSent sent && sent.Id == Id
        && sent.InstanceId == InstanceId && string.Equals(sent.Name, Name, StringComparison.OrdinalIgnoreCase);

    public override string Describe() => $"send event '{Name}' to '{InstanceId}' (#{Id})";
}

/// <summary>The end of what decision <paramref name="Id"/> began.</summary>
internal abstract record CompletionEvent(int Id) : HistoryEvent;

internal sealed record TaskCompleted(int Id, string? Result) : CompletionEvent(Id);

internal sealed record TaskFailed(int Id, Failure Failure) : CompletionEvent(Id);

internal sealed record TimerFired(int Id) : CompletionEvent(Id);

internal sealed record EventRaised(string Name, string? Payload) : HistoryEvent;

internal sealed record ExecutionSuspended(string? Reason) : HistoryEvent;

internal sealed record ExecutionResumed(string? Reason) : HistoryEvent;

internal sealed record ExecutionTerminated(string? Output, bool Recursive) : HistoryEvent;

/// <summary>The last entry of an instance that is over.</summary>
internal sealed record ExecutionEnded(OrchestrationRuntimeStatus Status, string? Output, Failure? Failure) : HistoryEvent;
