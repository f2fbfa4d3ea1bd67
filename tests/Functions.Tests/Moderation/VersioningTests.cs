using Microsoft.DurableTask;
using Microsoft.DurableTask.Protobuf;
using VideoGate.Tests.Replay;

#pragma warning disable DURABLE2003 // The activities are lambdas of the tests' engine.

namespace VideoGate.Tests.Moderation;

/// <summary>
/// How an orchestrator gets a second version while instances of the first one wait. Version 1.1.0 of this one looks twice before it waits:
/// <list type="number">
/// <item>Branch on <c>context.Version</c> where the steps differ, and leave the old way as it was.</item>
/// <item>Raise <c>defaultVersion</c> in <c>host.json</c>: new instances get it, old ones keep theirs.</item>
/// <item>Freeze histories of the new version (<see cref="FrozenHistoryTests"/>); those of the old one stay as long as one may wait.</item>
/// </list>
/// </summary>
public sealed class VersioningTests
{
    private const string Name = "Watch";

    private readonly List<string> _calls = [];
    private readonly VirtualEngine _engine;

    public VersioningTests() => _engine = new VirtualEngine { DefaultVersion = "1.0.0" }
        .Orchestrator<string, int>(Name, FirstAsync)
        .Activity("Look", Note)
        .Activity("LookAgain", Note)
        .Activity("Close", Note);

    [Fact]
    public void Deploy_WhileTheFirstVersionWaits_OldInstancesGoOnAsTheyBeganAndNewOnesTheNewWay()
    {
        var old = StartAndWait();
        _engine.Orchestrator<string, int>(Name, SecondAsync);
        _engine.DefaultVersion = "1.1.0";
        var young = StartAndWait();
        _calls.Clear();

        _engine.Raise(old, "Decided");
        _engine.Raise(young, "Decided");
        _engine.Run();

        Assert.Equal((1, 2), (old.Result<int>(), young.Result<int>()));
        Assert.Equal([$"{old.Id} Close", $"{young.Id} Close"], _calls);
        Assert.Single(young.History, happened => happened.TaskScheduled is { Name: "LookAgain" });
        Assert.DoesNotContain(old.History, happened => happened.TaskScheduled is { Name: "LookAgain" });
    }

    [Fact]
    public void Deploy_StepAddedWithoutAVersion_FailsTheInstancesThatWait()
    {
        var old = StartAndWait();
        _engine.Orchestrator<string, int>(Name, UnversionedAsync);

        _engine.Raise(old, "Decided");
        _engine.Run();

        Assert.Equal(OrchestrationStatus.Failed, old.Status);
        Assert.Contains("NonDeterministic", old.Failure!.ErrorType, StringComparison.Ordinal);
    }

    private static async Task<int> FirstAsync(TaskOrchestrationContext context)
    {
        await context.CallActivityAsync("Look");
        await context.WaitForExternalEvent<object?>("Decided");
        await context.CallActivityAsync("Close");
        return 1;
    }

    private static async Task<int> SecondAsync(TaskOrchestrationContext context)
    {
        var looks = 1;
        await context.CallActivityAsync("Look");
        if (context.Version is not "1.0.0")
        {
            await context.CallActivityAsync("LookAgain");
            looks++;
        }

        await context.WaitForExternalEvent<object?>("Decided");
        await context.CallActivityAsync("Close");
        return looks;
    }

    private static async Task<int> UnversionedAsync(TaskOrchestrationContext context)
    {
        await context.CallActivityAsync("LookAgain");
        return await FirstAsync(context);
    }

    private VirtualInstance StartAndWait()
    {
        var instance = _engine.Start(Name, "video");
        _engine.Settle();
        return instance;
    }

    private object? Note(ActivityCall call)
    {
        _calls.Add($"{call.InstanceId} {call.Name}");
        return null;
    }
}
