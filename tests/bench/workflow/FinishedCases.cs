using Microsoft.Data.Sqlite;
using Serverless.Storage;
using Serverless.Tests.Support;

namespace Bench.Workflow;

/// <summary>Cases that ended long ago: copies of one that the workflow has ended, in storage and in the durable history.</summary>
internal static class FinishedCases
{
    private const int Writers = 8;

    /// <summary>The app must not run, for its engine owns the database.</summary>
    public static async Task WriteAsync(RunningGate gate, int count)
    {
        CopyOrchestrations(gate.App.DurableDatabase, count);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (index, cancellation) =>
            {
                foreach (var place in Places(index))
                {
                    await gate.Storage.Blob(place).UploadAsync(BinaryData.FromString("finished"), cancellation);
                }
            });
    }

    private static IEnumerable<BlobLocation> Places(int index) =>
    [
        new(Containers.Published, $"finished/{index}.mp4"),
        new(Containers.Evidence, $"finished-{index}/labels.json"),
        new(Containers.Cases, $"by-id/finished-{index}.json"),
        new(Containers.Audit, $"finished-{index}.jsonl"),
    ];

    private static void CopyOrchestrations(string database, int count)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var copy = connection.CreateCommand();
        copy.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
            INSERT INTO instances(id, execution, name, version, status, created_at, updated_at, input, output, custom_status)
            SELECT 'finished-' || i, execution, name, version, status, created_at, updated_at, input, output, custom_status
            FROM instances, n WHERE key = (SELECT MIN(key) FROM instances WHERE status = 1);
            INSERT INTO history(key, batch, events)
            SELECT copy.key, original.batch, original.events FROM history original JOIN instances copy ON copy.id LIKE 'finished-%'
            WHERE original.key = (SELECT MIN(key) FROM instances WHERE status = 1);
            """;
        copy.Parameters.AddWithValue("$count", count);
        copy.ExecuteNonQuery();
    }
}
