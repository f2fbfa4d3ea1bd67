using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;
using Kind = Microsoft.DurableTask.Protobuf.OrchestratorAction.OrchestratorActionTypeOneofCase;

namespace VideoGate.Tests.Replay;

/// <summary>The events of a history, as an engine writes them.</summary>
internal static class Events
{
    public static HistoryEvent TurnStarted(DateTimeOffset at) => New(at, happened => happened.OrchestratorStarted = new());

    public static HistoryEvent TurnCompleted(DateTimeOffset at) => New(at, happened => happened.OrchestratorCompleted = new());

    public static HistoryEvent Started(DateTimeOffset at, string name, string version, string? input, OrchestrationInstance instance) =>
        New(at, happened =>
            happened.ExecutionStarted = new() { Name = name, Version = version, Input = input, OrchestrationInstance = instance });

    public static HistoryEvent Completed(DateTimeOffset at, int task, string? result) =>
        New(at, happened => happened.TaskCompleted = new() { TaskScheduledId = task, Result = result });

    public static HistoryEvent Failed(DateTimeOffset at, int task, TaskFailureDetails failure) =>
        New(at, happened => happened.TaskFailed = new() { TaskScheduledId = task, FailureDetails = failure });

    public static HistoryEvent Fired(DateTimeOffset at, int timer) =>
        New(at, happened => happened.TimerFired = new() { TimerId = timer, FireAt = Timestamp.FromDateTimeOffset(at) });

    public static HistoryEvent Raised(DateTimeOffset at, string name, string? input) =>
        New(at, happened => happened.EventRaised = new() { Name = name, Input = input });

    /// <summary>Gets the event that records an action in the history.</summary>
    public static HistoryEvent Of(OrchestratorAction action, DateTimeOffset at)
    {
        var decided = New(at, happened =>
        {
            switch (action.OrchestratorActionTypeCase)
            {
                case Kind.ScheduleTask:
                    var task = action.ScheduleTask;
                    happened.TaskScheduled = new() { Name = task.Name, Version = task.Version, Input = task.Input };
                    break;
                case Kind.CreateTimer:
                    happened.TimerCreated = new() { FireAt = action.CreateTimer.FireAt };
                    break;
                case Kind.SendEvent:
                    var sent = action.SendEvent;
                    happened.EventSent = new() { InstanceId = sent.Instance.InstanceId, Name = sent.Name, Input = sent.Data };
                    break;
                case Kind.CompleteOrchestration:
                    var end = action.CompleteOrchestration;
                    happened.ExecutionCompleted =
                        new() { OrchestrationStatus = end.OrchestrationStatus, Result = end.Result, FailureDetails = end.FailureDetails };
                    break;
                default:
                    throw new NotSupportedException(
                        $"The orchestrator asks for {action.OrchestratorActionTypeCase}, which this engine cannot do.");
            }
        });
        decided.EventId = action.Id;
        return decided;
    }

    private static HistoryEvent New(DateTimeOffset at, Action<HistoryEvent> fill)
    {
        var happened = new HistoryEvent { EventId = -1, Timestamp = Timestamp.FromDateTimeOffset(at) };
        fill(happened);
        return happened;
    }
}
