using Azure.Storage.Blobs.Models;
using Microsoft.Data.Sqlite;
using Serverless.Storage;
using Serverless.Tests.Support;

namespace Serverless.Tests.EndToEnd.Reconciliation;

/// <summary>What the runtime of a gate that is down remembers, and what is made to be forgotten.</summary>
internal static class RuntimeState
{
    /// <summary>As if an upload's event had been delivered, and lost.</summary>
    public static async Task LoseEventAsync(RunningGate gate, string name)
    {
        await foreach (var blob in gate.Storage.Container(Containers.Uploads).GetBlobsAsync(BlobTraits.None, BlobStates.None, name, CancellationToken.None))
        {
            Execute(
                gate.App.RuntimeDatabase,
                "INSERT OR REPLACE INTO receipts VALUES ('UploadArrived', $container, $name, $etag, 0, 1)",
                ("$container", Containers.Uploads), ("$name", blob.Name), ("$etag", blob.Properties.ETag.GetValueOrDefault().ToString()));
        }
    }

    /// <summary>As if the task hub had been lost.</summary>
    public static void LoseInstance(RunningGate gate, string instanceId)
    {
        foreach (var table in (string[])["history", "tasks", "timers", "inbox"])
        {
            Execute(gate.App.DurableDatabase, $"DELETE FROM {table} WHERE key = (SELECT key FROM instances WHERE id = $id)", ("$id", instanceId));
        }

        Execute(gate.App.DurableDatabase, "DELETE FROM instances WHERE id = $id", ("$id", instanceId));
    }

    /// <summary>As if the orchestration had met an error that nothing caught.</summary>
    public static void FailInstance(RunningGate gate, string instanceId)
    {
        foreach (var table in (string[])["tasks", "timers", "inbox"])
        {
            Execute(gate.App.DurableDatabase, $"DELETE FROM {table} WHERE key = (SELECT key FROM instances WHERE id = $id)", ("$id", instanceId));
        }

        Execute(gate.App.DurableDatabase, "UPDATE instances SET status = 3 WHERE id = $id", ("$id", instanceId));
    }

    public static void RenameInstance(RunningGate gate, string instanceId, string newId) =>
        Execute(gate.App.DurableDatabase, "UPDATE instances SET id = $new WHERE id = $id", ("$id", instanceId), ("$new", newId));

    /// <summary>As if it had begun and ended so much earlier.</summary>
    public static void AgeInstance(RunningGate gate, string instanceId, TimeSpan by) => Execute(
        gate.App.DurableDatabase,
        "UPDATE instances SET created_at = created_at - $by, updated_at = updated_at - $by WHERE id = $id",
        ("$id", instanceId), ("$by", by.Ticks));

    /// <returns>The number of its status; null when there is no such instance.</returns>
    public static int? StatusOf(RunningGate gate, string instanceId)
    {
        using var connection = Open(gate.App.DurableDatabase);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT status FROM instances WHERE id = $id";
        command.Parameters.AddWithValue("$id", instanceId);
        return (int?)(long?)command.ExecuteScalar();
    }

    private static void Execute(string database, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var connection = Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
