using Microsoft.DurableTask.Client;

namespace Local.Durable.History;

/// <summary>A decision with what is needed to carry it out. History keeps only the decision: replay needs no inputs.</summary>
/// <param name="Event">What history records.</param>
/// <param name="Payload">The serialized input or event payload.</param>
/// <param name="Version">The version of the task to run.</param>
/// <param name="Tags">The tags of a sub-orchestration.</param>
internal sealed record Decision(DecisionEvent Event, string? Payload, string Version = "", IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>What one turn did; committed as a whole or not at all.</summary>
internal sealed record TurnOutcome
{
    /// <summary>What history gains.</summary>
    public required List<HistoryEvent> Events { get; init; }

    /// <summary>What is to be carried out now; timers that were cancelled at once are left out.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>Timers that are no longer waited for.</summary>
    public required IReadOnlyList<TimerCreated> CancelledTimers { get; init; }

    /// <summary>The status after the turn.</summary>
    public required OrchestrationRuntimeStatus Status { get; init; }

    /// <summary>The serialized custom status after the turn.</summary>
    public required string? CustomStatus { get; init; }

    /// <summary>How the instance ended, when it did.</summary>
    public ExecutionEnded? End { get; init; }

    /// <summary>Whether running sub-orchestrations end with it.</summary>
    public bool EndsChildren { get; init; }

    /// <summary>How the instance starts over, when it does.</summary>
    public Continuation? Continuation { get; init; }
}

/// <summary>The next execution of an instance: what it starts with and the events that wait for it.</summary>
internal sealed record Continuation(string? Input, string Version, IReadOnlyList<HistoryEvent> Carried);
