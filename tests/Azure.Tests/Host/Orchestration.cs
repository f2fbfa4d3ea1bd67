using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;
using Serverless.Azure.Tests.Host.Rpc;
using Action = Microsoft.DurableTask.Protobuf.OrchestratorAction.OrchestratorActionTypeOneofCase;

namespace Serverless.Azure.Tests.Host;

/// <summary>
/// One orchestration, run on the worker turn by turn: the whole history goes in, actions come out. Activities are carried out at once;
/// when it waits for anything else, it stays until an event is raised. No timer fires.
/// </summary>
/// <param name="version">What the host takes from <c>host.json</c>.</param>
internal sealed class Orchestration(FunctionsHost host, CreateInstanceRequest instance, string version)
{
    private readonly List<HistoryEvent> _past = [];
    private readonly List<string> _activities = [];
    private readonly List<string> _failures = [];
    private List<HistoryEvent> _arrived = [Event(started: new()
    {
        Name = instance.Name,
        Version = version,
        Input = instance.Input,
        OrchestrationInstance = new() { InstanceId = instance.InstanceId, ExecutionId = "1" },
    })];

    public string Id => instance.InstanceId;

    public string Input => instance.Input;

    /// <summary>Names of the activities in the order in which they were called.</summary>
    public IReadOnlyList<string> Activities => _activities;

    /// <summary>Of activities.</summary>
    public IReadOnlyList<string> Failures => _failures;

    public OrchestrationStatus Status { get; private set; } = OrchestrationStatus.Pending;

    public void Raise(string name, string input) =>
        _arrived.Add(new() { EventId = -1, Timestamp = Now(), EventRaised = new() { Name = name, Input = input } });

    /// <summary>Goes on until it waits, or has ended.</summary>
    public async Task RunAsync()
    {
        while (_arrived is not [])
        {
            Status = OrchestrationStatus.Running;
            List<HistoryEvent> turn = [new() { EventId = -1, Timestamp = Now(), OrchestratorStarted = new() }, .. _arrived];
            _arrived = [];
            var actions = await TurnAsync(turn);
            _past.AddRange(turn);
            foreach (var action in actions)
            {
                await DoAsync(action);
            }
        }
    }

    private async Task<IEnumerable<OrchestratorAction>> TurnAsync(List<HistoryEvent> turn)
    {
        var request = new OrchestratorRequest { InstanceId = instance.InstanceId, PastEvents = { _past }, NewEvents = { turn } };
        var answer = await host.InvokeAsync(host.Invocation(instance.Name, new() { String = request.ToByteString().ToBase64() }));
        return answer.Result.Status is StatusResult.Types.Status.Success
            ? OrchestratorResponse.Parser.ParseFrom(ByteString.FromBase64(answer.ReturnValue.String)).Actions
            : throw new InvalidOperationException($"{instance.Name} failed: {answer.Result.Exception?.Message}\n{host.Log}");
    }

    private async Task DoAsync(OrchestratorAction action)
    {
        switch (action.OrchestratorActionTypeCase)
        {
            case Action.ScheduleTask:
                _past.Add(new() { EventId = action.Id, Timestamp = Now(), TaskScheduled = new() { Name = action.ScheduleTask.Name, Input = action.ScheduleTask.Input } });
                _arrived.Add(await CallAsync(action));
                break;
            case Action.CreateTimer:
                _past.Add(new() { EventId = action.Id, Timestamp = Now(), TimerCreated = new() { FireAt = action.CreateTimer.FireAt } });
                break;
            case Action.CompleteOrchestration:
                Status = action.CompleteOrchestration.OrchestrationStatus;
                break;
            default:
                throw new NotSupportedException($"{instance.Name} asks for {action.OrchestratorActionTypeCase}, which this host cannot do.");
        }
    }

    private async Task<HistoryEvent> CallAsync(OrchestratorAction action)
    {
        var name = action.ScheduleTask.Name;
        _activities.Add(name);
        var answer = await host.InvokeAsync(Activity(name, action.ScheduleTask.Input));
        if (answer.Result.Status is StatusResult.Types.Status.Success)
        {
            return new() { EventId = -1, Timestamp = Now(), TaskCompleted = new() { TaskScheduledId = action.Id, Result = Json(answer.ReturnValue) } };
        }

        _failures.Add($"{name}: {answer.Result.Exception?.Message}");
        var failure = new TaskFailureDetails { ErrorType = "Exception", ErrorMessage = answer.Result.Exception?.Message ?? "" };
        return new() { EventId = -1, Timestamp = Now(), TaskFailed = new() { TaskScheduledId = action.Id, FailureDetails = failure } };
    }

    /// <summary>As the extension binds it: with the instance's id, and in the trace of whoever started the instance.</summary>
    private InvocationRequest Activity(string name, string input)
    {
        var invocation = host.Invocation(name, new() { Json = Argument(input) });
        invocation.TriggerMetadata["instanceId"] = new() { String = instance.InstanceId };
        invocation.TraceContext.TraceParent = instance.ParentTraceContext?.TraceParent ?? "";
        return invocation;
    }

    /// <summary>The one argument, which travels in an array; the host takes it out.</summary>
    private static string Argument(string input) =>
        JsonDocument.Parse(input).RootElement is { ValueKind: JsonValueKind.Array } arguments ? arguments[0].GetRawText() : input;

    private static string? Json(TypedData? value) => value?.DataCase switch
    {
        TypedData.DataOneofCase.Json => value.Json,
        TypedData.DataOneofCase.String => JsonSerializer.Serialize(value.String),
        _ => null,
    };

    private static HistoryEvent Event(ExecutionStartedEvent started) => new() { EventId = -1, Timestamp = Now(), ExecutionStarted = started };

    private static Timestamp Now() => Timestamp.FromDateTime(DateTime.UtcNow);
}
