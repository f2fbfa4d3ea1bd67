using Local.Durable.History;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace Local.Durable.Storage;

/// <summary>The statements of the writer's connection. Only the writer's thread uses it, so keys and message numbers are counted in memory.</summary>
internal sealed partial class WriteSession : IDisposable
{
    private readonly List<Statement> _statements = [];
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly SqliteConnection _connection;
    private readonly Statement _findInstance;
    private readonly Statement _insertMessage;
    private long _lastKey;
    private long _lastMessage;

    public WriteSession(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _findInstance = Prepare("SELECT key, status, parent_key, parent_execution, parent_task FROM instances WHERE id = $1");
        _insertMessage = Prepare("INSERT INTO inbox(message, key, execution, event) VALUES($1, $2, $3, $4)");
        PrepareInstances();
        PrepareTurns();
        PreparePurge();
        _lastKey = Scalar("SELECT coalesce(max(key), 0) FROM instances");
        _lastMessage = Scalar("SELECT coalesce(max(message), 0) FROM inbox");
    }

    public void Begin() => _begin.Run();

    public void Commit() => _commit.Run();

    /// <summary>Undoes the transaction, if SQLite has not done so itself.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            using var rollback = new Statement(_connection, "ROLLBACK");
            rollback.Run();
        }
    }

    /// <summary>Stores an event for the instance with this id; nothing, when there is none or it has ended.</summary>
    public Effects Send(string instanceId, HistoryEvent happened)
    {
        var effects = new Effects();
        if (Find(instanceId) is { Status: var status, Key: var key } && !status.HasEnded())
        {
            effects.Deliveries.Add(Store(key, 0, happened));
        }

        return effects;
    }

    public void Dispose() => _statements.ForEach(statement => statement.Dispose());

    private Delivery Store(long key, long execution, HistoryEvent happened, InstanceHeader? created = null)
    {
        var message = ++_lastMessage;
        _insertMessage.Run(message, key, execution, HistoryJson.Write(happened));
        return new(key, new(happened, execution, message), created);
    }

    private Existing? Find(string instanceId)
    {
        using var row = _findInstance.Query(instanceId);
        return row.Read()
            ? new(row.GetInt64(0), (OrchestrationRuntimeStatus)row.GetInt32(1), row.IsDBNull(2) ? null : (row.GetInt64(2), row.GetInt64(3), row.GetInt32(4)))
            : null;
    }

    private Statement Prepare(string sql)
    {
        var statement = new Statement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }

    private long Scalar(string sql)
    {
        using var statement = new Statement(_connection, sql);
        return statement.List(row => row.GetInt64(0))[0];
    }

    private sealed record Existing(long Key, OrchestrationRuntimeStatus Status, (long Key, long Execution, int TaskId)? Parent);
}
