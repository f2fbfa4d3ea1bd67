using System.Collections.Concurrent;
using Local.Durable.History;
using Microsoft.Data.Sqlite;

namespace Local.Durable.Storage;

/// <summary>Reads what is committed, beside the writer. Connections are kept for the next reader.</summary>
internal sealed class StoreReader(Database database) : IDisposable
{
    private const string Header =
        "key, id, execution, name, version, input, parent_key, parent_execution, parent_task, parent_id, parent_name, trace_parent";

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private volatile bool _closed;

    /// <summary>What the present execution of an instance starts from, and its history; null when it does not exist or has ended.</summary>
    public (InstanceHeader Header, List<List<HistoryEvent>> History)? Load(long key) => Read<(InstanceHeader, List<List<HistoryEvent>>)?>(connection =>
    {
        // One transaction: a turn committed between the two reads would tear them apart.
        using var snapshot = connection.BeginTransaction(deferred: true);
        using var find = new Statement(connection, $"SELECT {Header} FROM instances WHERE key = $1 AND status IN {RuntimeStatuses.Active.Sql()}");
        using var history = new Statement(connection, "SELECT events FROM history WHERE key = $1 ORDER BY batch");
        return find.List(ReadHeader, key) is [var header]
            ? (header, history.List(row => HistoryJson.ReadEvents(row.GetString(0)), key))
            : null;
    });

    /// <summary>The activities without a result.</summary>
    public List<ActivityTask> Tasks() => List(
        """
        SELECT tasks.key, tasks.execution, tasks.task, instances.id, tasks.name, tasks.version, tasks.input, instances.trace_parent
        FROM tasks JOIN instances ON instances.key = tasks.key ORDER BY tasks.key, tasks.execution, tasks.task
        """,
        row => new ActivityTask(
            row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5), Text(row, 6), Text(row, 7)));

    /// <summary>The timers that have not fired.</summary>
    public List<DueTimer> Timers() => List(
        "SELECT fire_at, key, execution, task FROM timers",
        row => new DueTimer(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt32(3)));

    /// <summary>The messages that no turn has taken, in order.</summary>
    public List<Delivery> Inbox() => List(
        "SELECT key, event, execution, message FROM inbox ORDER BY message",
        row => new Delivery(row.GetInt64(0), new(HistoryJson.ReadEvent(row.GetString(1)), row.GetInt64(2), row.GetInt64(3))));

    /// <summary>Runs a query written by the caller.</summary>
    public List<T> List<T>(string sql, Func<SqliteDataReader, T> read, params object?[] values) => Read(connection =>
    {
        using var statement = new Statement(connection, sql);
        return statement.List(read, values);
    });

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    internal static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static InstanceHeader ReadHeader(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), Text(row, 5),
        row.IsDBNull(6) ? null : new(row.GetInt64(6), row.GetInt64(7), row.GetInt32(8), row.GetString(9), row.GetString(10)),
        Text(row, 11));

    private T Read<T>(Func<SqliteConnection, T> read)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (!_idle.TryTake(out var connection))
        {
            connection = database.Connect(readOnly: true);
        }

        try
        {
            return read(connection);
        }
        finally
        {
            _idle.Add(connection);
            if (_closed)
            {
                Dispose();
            }
        }
    }
}
