using DurableTask.Tests.Harness;
using Local.Durable.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableTask.Tests;

public sealed class StoreTests
{
    [Fact]
    public async Task Idle_MoreThanFitInMemory_AllGoOnWhenTheirEventComes()
    {
        await using var host = await new EngineHost { MaxIdle = 3 }
            .Orchestrator("Wait", async context => (object?)await context.WaitForExternalEvent<int>("n"))
            .StartAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => host.Client.ScheduleNewOrchestrationInstanceAsync("Wait")));
        await Task.WhenAll(ids.Select(id => host.StatusAsync(id, OrchestrationRuntimeStatus.Running)));

        await Task.WhenAll(ids.Select((id, n) => host.Client.RaiseEventAsync(id, "n", n)));

        var ends = await Task.WhenAll(ids.Select(host.EndAsync));
        Assert.Equal(Enumerable.Range(0, 60), ends.Select(end => end.ReadOutputAs<int>()));
    }

    [Fact]
    public async Task Write_OneFails_ItsNeighboursAreCommitted()
    {
        var folder = Directory.CreateTempSubdirectory("durable-tests-");
        using (var database = Database.Open(Path.Combine(folder.FullName, "durable.db")))
        using (var writer = new StoreWriter(database))
        {
            using var hold = new ManualResetEventSlim();
            var busy = writer.WriteAsync(_ => hold.Wait(TimeSpan.FromSeconds(20)));
            var before = writer.WriteAsync(session => session.Create(New("before"), 1));
            var bad = writer.WriteAsync<bool>(_ => throw new SqliteException("disk full", 13));
            var after = writer.WriteAsync(session => session.Create(New("after"), 1));
            hold.Set();

            Assert.True(await busy);
            await Assert.ThrowsAsync<SqliteException>(() => bad);
            await Task.WhenAll(before, after);
            using var reader = new StoreReader(database);
            Assert.Equal(["after", "before"], reader.List("SELECT id FROM instances ORDER BY id", row => row.GetString(0)));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Client_AfterTheStop_SaysThatTheEngineHasStopped()
    {
        await using var host = await new EngineHost().StartAsync();
        await host.StopAsync();

        var refused = await Assert.ThrowsAsync<ObjectDisposedException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Any"));

        Assert.Contains("has stopped", refused.Message, StringComparison.Ordinal);
    }

    private static NewInstance New(string id) => new(id, "Any", string.Empty, null) { RefusedBy = RuntimeStatuses.Active };
}
