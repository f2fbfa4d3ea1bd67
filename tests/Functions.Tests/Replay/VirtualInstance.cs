using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Protobuf;

namespace VideoGate.Tests.Replay;

/// <summary>An orchestration in the engine.</summary>
internal sealed class VirtualInstance(string id, string name, string version, Func<OrchestratorRequest, OrchestratorResponse> run)
{
    public string Id => id;

    public OrchestrationStatus Status { get; private set; } = OrchestrationStatus.Pending;

    public bool Ended => Status is not (OrchestrationStatus.Pending or OrchestrationStatus.Running);

    /// <summary>JSON.</summary>
    public string? Output { get; private set; }

    /// <summary>JSON.</summary>
    public string? CustomStatus { get; private set; }

    public TaskFailureDetails? Failure { get; private set; }

    /// <summary>Starts at 1 and increases with every continue-as-new.</summary>
    public int Execution { get; private set; }

    /// <summary>The events of this execution, turn by turn.</summary>
    public List<HistoryEvent> History { get; } = [];

    /// <summary>Events for the next turn.</summary>
    public List<HistoryEvent> Arrived { get; } = [];

    /// <summary>Starts an execution with an empty history; pending events are kept.</summary>
    public void Begin(string? input, DateTimeOffset now, IEnumerable<HistoryEvent>? carryover = null)
    {
        Execution++;
        History.Clear();
        var instance = new OrchestrationInstance { InstanceId = id, ExecutionId = $"{Execution}" };
        Arrived.InsertRange(0, [Events.Started(now, name, version, input, instance), .. carryover ?? []]);
    }

    /// <returns>The actions to carry out, except the end of the instance.</returns>
    public List<OrchestratorAction> TakeTurn(DateTimeOffset now)
    {
        Status = OrchestrationStatus.Running;
        List<HistoryEvent> turn = [Events.TurnStarted(now), .. Arrived];
        Arrived.Clear();
        var response = run(new() { InstanceId = id, PastEvents = { History }, NewEvents = { turn } });
        CustomStatus = response.CustomStatus;
        History.AddRange([.. turn, .. response.Actions.Select(action => Events.Of(action, now)), Events.TurnCompleted(now)]);
        if (response.Actions.Select(action => action.CompleteOrchestration).SingleOrDefault(end => end is not null) is { } end)
        {
            End(end, now);
        }

        return [.. response.Actions.Where(action => action.CompleteOrchestration is null)];
    }

    public T Result<T>() => Status is OrchestrationStatus.Completed
        ? (T)JsonDataConverter.Default.Deserialize(Output, typeof(T))!
        : throw new InvalidOperationException($"{name} is {Status}. {Failure?.ErrorType} {Failure?.ErrorMessage} {Failure?.StackTrace}");

    private void End(CompleteOrchestrationAction end, DateTimeOffset now)
    {
        if (end.OrchestrationStatus is OrchestrationStatus.ContinuedAsNew)
        {
            Begin(end.Result, now, end.CarryoverEvents);
            return;
        }

        (Status, Output, Failure) = (end.OrchestrationStatus, end.Result, end.FailureDetails);
    }
}
