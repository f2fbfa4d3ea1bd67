using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace DurableTask.Tests;

public sealed class QueryTests
{
    [Fact]
    public async Task GetInstance_Unknown_ReturnsNull()
    {
        await using var host = await Host().StartAsync();

        Assert.Null(await host.Client.GetInstanceAsync("nowhere"));
    }

    [Fact]
    public async Task GetInstance_PayloadsNotAskedFor_LeavesThemOut()
    {
        await using var host = await Host().StartAsync();
        await host.RunAsync("Echo", "in", new("one"));

        var instance = (await host.Client.GetInstanceAsync("one"))!;

        Assert.Null(instance.SerializedInput);
        Assert.Null(instance.SerializedOutput);
        Assert.Null(instance.SerializedCustomStatus);
        Assert.Throws<InvalidOperationException>(() => instance.ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task GetInstance_PayloadsAskedFor_ReadsThem()
    {
        var time = new ManualTime();
        await using var host = await Host(time).StartAsync();
        await host.RunAsync("Echo", "in", new("one"));

        var instance = (await host.Client.GetInstanceAsync("one", getInputsAndOutputs: true))!;

        Assert.Equal("in", instance.ReadInputAs<string>());
        Assert.Equal("in", instance.ReadOutputAs<string>());
        Assert.Equal("echoed", instance.ReadCustomStatusAs<string>());
        Assert.Equal(time.GetUtcNow(), instance.CreatedAt);
    }

    [Fact]
    public async Task GetAll_ManyPages_GivesEveryInstanceOnceInOrderOfId()
    {
        await using var host = await Host().StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 25).Select(n => host.RunAsync("Echo", n, new($"i-{n:00}"))));

        var pages = new List<Page<OrchestrationMetadata>>();
        await foreach (var page in host.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 10)).AsPages())
        {
            pages.Add(page);
        }

        Assert.Equal([10, 10, 5], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        Assert.Equal(Enumerable.Range(0, 25).Select(n => $"i-{n:00}"), pages.SelectMany(page => page.Values).Select(instance => instance.InstanceId));
    }

    [Fact]
    public async Task GetAll_FromAToken_GoesOnBehindIt()
    {
        await using var host = await Host().StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => host.RunAsync("Echo", n, new($"i-{n}"))));
        var first = await FirstPageAsync(host.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 3)));

        var rest = await IdsAsync(host, new OrchestrationQuery(ContinuationToken: first.ContinuationToken));

        Assert.Equal(["i-3", "i-4"], rest);
    }

    [Fact]
    public async Task GetAll_ByPrefixStatusAndTime_GivesOnlyWhatMatches()
    {
        var time = new ManualTime();
        await using var host = await Host(time).StartAsync();
        await host.RunAsync("Echo", 1, new("a-done"));
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("a-waits"));
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("b-waits"));
        await host.StatusAsync("a-waits", Running);
        await host.StatusAsync("b-waits", Running);
        time.Advance(TimeSpan.FromHours(1));
        await host.RunAsync("Echo", 1, new("c-done"));

        Assert.Equal(["a-done", "a-waits"], await IdsAsync(host, new(InstanceIdPrefix: "a-")));
        Assert.Equal(["a-waits", "b-waits"], await IdsAsync(host, new(Statuses: [Running, Failed])));
        Assert.Equal(["c-done"], await IdsAsync(host, new(CreatedFrom: time.GetUtcNow())));
        Assert.Equal(["a-done"], await IdsAsync(host, new(CreatedTo: time.GetUtcNow().AddMinutes(-1), Statuses: [Completed])));
        Assert.Empty(await IdsAsync(host, new(Statuses: [])));
    }

    [Fact]
    public async Task GetAll_PrefixWithPatternCharacters_IsTakenLiterally()
    {
        await using var host = await Host().StartAsync();
        await host.RunAsync("Echo", 1, new("100%_a"));
        await host.RunAsync("Echo", 1, new("100x_a"));

        Assert.Equal(["100%_a"], await IdsAsync(host, new(InstanceIdPrefix: "100%")));
    }

    [Fact]
    public async Task WaitForCompletion_UnknownInstance_SaysSo()
    {
        await using var host = await Host().StartAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.WaitForInstanceCompletionAsync("nowhere"));

        Assert.Contains("'nowhere'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitForCompletion_Cancelled_Ends()
    {
        await using var host = await Host().StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        using var cancel = new CancellationTokenSource();
        var wait = host.Client.WaitForInstanceCompletionAsync(id, cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task SetCustomStatus_Null_ClearsIt()
    {
        await using var host = await Host()
            .Orchestrator("Clear", async context =>
            {
                context.SetCustomStatus("set");
                await context.WaitForExternalEvent<object?>("go");
                context.SetCustomStatus(null);
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Clear");
        await host.CustomStatusAsync(id, "set");

        await host.Client.RaiseEventAsync(id, "go");

        Assert.Null((await host.EndAsync(id)).SerializedCustomStatus);
    }

    private static EngineHost Host(TimeProvider? time = null) => new EngineHost { Time = time ?? TimeProvider.System }
        .Orchestrator("Echo", context =>
        {
            context.SetCustomStatus("echoed");
            return Task.FromResult<object?>(context.GetInput<object?>());
        })
        .Orchestrator("Wait", context => context.WaitForExternalEvent<object?>("never"));

    private static async Task<Page<OrchestrationMetadata>> FirstPageAsync(AsyncPageable<OrchestrationMetadata> all)
    {
        await using var pages = all.AsPages().GetAsyncEnumerator();
        Assert.True(await pages.MoveNextAsync());
        return pages.Current;
    }

    private static async Task<List<string>> IdsAsync(EngineHost host, OrchestrationQuery query)
    {
        var ids = new List<string>();
        await foreach (var instance in host.Client.GetAllInstancesAsync(query))
        {
            ids.Add(instance.InstanceId);
        }

        return ids;
    }
}
