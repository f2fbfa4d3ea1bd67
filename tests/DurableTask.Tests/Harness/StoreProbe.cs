using Local.Durable.History;
using Local.Durable.Storage;

namespace DurableTask.Tests.Harness;

/// <summary>Looks into the database of a host whose engine has stopped.</summary>
internal static class StoreProbe
{
    public static long Count(EngineHost host, string table) => Read(host, reader => reader.List($"SELECT count(*) FROM {table}", row => row.GetInt64(0))[0]);

    /// <summary>The events of an instance's history, in order.</summary>
    public static List<HistoryEvent> History(EngineHost host, string instanceId) => [.. Turns(host, instanceId).SelectMany(turn => turn)];

    /// <summary>The turns of an instance's history, in order.</summary>
    public static List<List<HistoryEvent>> Turns(EngineHost host, string instanceId) => Read(host, reader => reader.List(
        "SELECT history.events FROM history JOIN instances ON instances.key = history.key WHERE instances.id = $1 ORDER BY batch",
        row => HistoryJson.ReadEvents(row.GetString(0)),
        instanceId));

    private static T Read<T>(EngineHost host, Func<StoreReader, T> read)
    {
        using var database = Database.Open(host.DatabasePath);
        using var reader = new StoreReader(database);
        return read(reader);
    }
}
