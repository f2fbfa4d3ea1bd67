using System.Collections.Concurrent;
using System.Diagnostics;
using DurableTask.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;

namespace DurableTask.Tests;

public sealed class TraceTests
{
    [Fact]
    public async Task Activities_OfAnOrchestrationAndItsChild_HaveTheTraceOfWhoStartedIt()
    {
        ConcurrentBag<string?> seen = [];
        await using var host = await Host(seen);
        using var starter = new Activity("starter").Start();

        await host.RunAsync("Parent");

        Assert.Equal([starter.Id, starter.Id, starter.Id], seen);
    }

    [Fact]
    public async Task Activity_AfterACrash_StillHasTheTrace()
    {
        ConcurrentBag<string?> seen = [];
        await using var host = await Host(seen);
        string? trace;
        string id;
        using (var starter = new Activity("starter").Start())
        {
            trace = starter.Id;
            id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waiting");
        }

        await host.CustomStatusAsync(id, "waits");
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "go");

        await host.EndAsync(id);
        Assert.Equal([trace, trace], seen);
    }

    [Fact]
    public async Task Start_DatabaseFromBeforeTraces_GoesOnWithoutThem()
    {
        ConcurrentBag<string?> seen = [];
        await using var host = await Host(seen);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waiting");
        await host.CustomStatusAsync(id, "waits");
        await host.StopAsync();
        using (var connection = new SqliteConnection($"Data Source={host.DatabasePath};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE instances DROP COLUMN trace_parent";
            command.ExecuteNonQuery();
        }

        await host.StartAsync();
        await host.Client.RaiseEventAsync(id, "go");

        await host.EndAsync(id);
        Assert.Equal([null, null], seen);
    }

    private static Task<EngineHost> Host(ConcurrentBag<string?> seen) => new EngineHost { MaxIdle = 0 }
        .Activity("Note", call =>
        {
            seen.Add(call.TraceParent);
            return (object?)null;
        })
        .Orchestrator("Parent", async context =>
        {
            await context.CallActivityAsync("Note");
            await context.CallSubOrchestratorAsync("Child");
        })
        .Orchestrator("Child", async context =>
        {
            await context.CallActivityAsync("Note");
            if (context.GetInput<int>() == 0)
            {
                context.ContinueAsNew(1);
            }
        })
        .Orchestrator("Waiting", async context =>
        {
            await context.CallActivityAsync("Note");
            context.SetCustomStatus("waits");
            await context.WaitForExternalEvent<object?>("go");
            await context.CallActivityAsync("Note");
        })
        .StartAsync();
}
