using Microsoft.DurableTask;

namespace DurableTask.Tests.Replay;

/// <summary>An orchestrator whose steps a seed decides: calls, failures and retries, timers, races with cancelled losers, branches, children, early events.</summary>
internal static class RandomOrchestrator
{
    private static readonly TaskOptions Retrying = new(new RetryPolicy(3, TimeSpan.FromSeconds(1), 2));

    public static async Task<object?> RunAsync(TaskOrchestrationContext context)
    {
        var trace = new List<string>();
        await StepsAsync(context, new Random(context.GetInput<int>()), steps: 6, depth: 2, trace);
        return trace;
    }

    /// <summary>Fails for every third call, by its number, so that a retry may succeed.</summary>
    public static object? Activity(int taskId) => taskId % 3 == 2 ? throw new TimeoutException($"call {taskId}") : $"result {taskId}";

    private static async Task StepsAsync(TaskOrchestrationContext context, Random random, int steps, int depth, List<string> trace)
    {
        for (var i = 0; i < steps; i++)
        {
            var step = random.Next(depth > 0 ? 8 : 6);
            trace.Add($"{step} {context.CurrentUtcDateTime:o} {context.NewGuid()}");
            trace.Add(await StepAsync(context, random, step, depth, trace));
            context.SetCustomStatus(trace.Count);
        }
    }

    private static async Task<string> StepAsync(TaskOrchestrationContext context, Random random, int step, int depth, List<string> trace)
    {
        switch (step)
        {
            case 0:
                return await OrFailureAsync(() => context.CallActivityAsync<string>("Work"));
            case 1:
                return await OrFailureAsync(() => context.CallActivityAsync<string>("Work", Retrying));
            case 2:
                await context.CreateTimer(TimeSpan.FromSeconds(random.Next(100)), CancellationToken.None);
                return "timer";
            case 3:
                return await RaceAsync(context, random.Next(3));
            case 4:
                context.SendEvent(context.InstanceId, "self", random.Next());
                return $"event {await context.WaitForExternalEvent<int>("SELF")}";
            case 5:
                return await OrFailureAsync(async () => $"event {await context.WaitForExternalEvent<int>("none", TimeSpan.FromSeconds(random.Next(1, 9)))}");
            case 6:
                return await OrFailureAsync(() => context.CallSubOrchestratorAsync<string>("Child"));
            default:
                var branches = Enumerable.Range(0, 3).Select(_ => (Random: new Random(random.Next()), Trace: new List<string>())).ToList();
                await Task.WhenAll(branches.Select(branch => StepsAsync(context, branch.Random, 2, depth - 1, branch.Trace)));
                branches.ForEach(branch => trace.AddRange(branch.Trace));
                return "branches";
        }
    }

    private static async Task<string> RaceAsync(TaskOrchestrationContext context, int seconds)
    {
        using var cancel = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromSeconds(seconds), cancel.Token);
        var work = context.CallActivityAsync<string>("Work");
        var winner = await Task.WhenAny(timer, work);
        cancel.Cancel();
        return winner == timer ? "timer won" : "work won";
    }

    private static async Task<string> OrFailureAsync(Func<Task<string>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception failure) when (failure is TaskFailedException or TaskCanceledException)
        {
            return failure.Message;
        }
    }
}
