using System.Collections.Immutable;
using Local.Durable.History;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Local.Durable.Storage;

/// <summary>Instances as clients see them. Lists are ordered by id, and a page's continuation token is its last id.</summary>
internal sealed class InstanceQueries(StoreReader reader, DataConverter converter)
{
    private const string Columns = "name, id, status, created_at, updated_at, tags";
    private const string Payloads = ", input, output, custom_status, failure";

    public OrchestrationMetadata? Find(string instanceId, bool withPayloads)
    {
        var rows = reader.List($"SELECT {Select(withPayloads)} FROM instances WHERE id = $1", row => Read(row, withPayloads), instanceId);
        return rows.Count == 0 ? null : rows[0];
    }

    public Page<OrchestrationMetadata> List(OrchestrationQuery query, string? continuationToken, int pageSize)
    {
        var filter = new InstanceFilter()
            .WithStatuses(query.Statuses)
            .CreatedBetween(query.CreatedFrom, query.CreatedTo)
            .WithPrefix(query.InstanceIdPrefix)
            .After(continuationToken);
        var rows = reader.List(
            $"SELECT {Select(query.FetchInputsAndOutputs)} FROM instances {filter.Where} ORDER BY id LIMIT {pageSize + 1}",
            row => Read(row, query.FetchInputsAndOutputs),
            filter.Values);
        return rows.Count > pageSize ? new(rows[..pageSize], rows[pageSize - 1].InstanceId) : new(rows);
    }

    /// <summary>Ids of instances that have ended and match <paramref name="filter"/>, at most <paramref name="limit"/>.</summary>
    public List<string> Purgeable(PurgeInstancesFilter filter, int limit)
    {
        var ended = new InstanceFilter()
            .WithStatuses(RuntimeStatuses.Final.Where(status => filter.Statuses is null || filter.Statuses.Contains(status)))
            .CreatedBetween(filter.CreatedFrom, filter.CreatedTo);
        return reader.List($"SELECT id FROM instances {ended.Where} LIMIT {limit}", row => row.GetString(0), ended.Values);
    }

    private static string Select(bool withPayloads) => withPayloads ? Columns + Payloads : Columns;

    private OrchestrationMetadata Read(SqliteDataReader row, bool withPayloads)
    {
        var tags = StoreReader.Text(row, 5) is { } text ? HistoryJson.ReadTags(text) : ImmutableDictionary<string, string>.Empty;
        return new(row.GetString(0), row.GetString(1))
        {
            RuntimeStatus = (OrchestrationRuntimeStatus)row.GetInt32(2),
            CreatedAt = new(row.GetInt64(3), TimeSpan.Zero),
            LastUpdatedAt = new(row.GetInt64(4), TimeSpan.Zero),
            Tags = tags,
            DataConverter = withPayloads ? converter : null,
            SerializedInput = withPayloads ? StoreReader.Text(row, 6) : null,
            SerializedOutput = withPayloads ? StoreReader.Text(row, 7) : null,
            SerializedCustomStatus = withPayloads ? StoreReader.Text(row, 8) : null,
            FailureDetails = withPayloads && StoreReader.Text(row, 9) is { } failure ? HistoryJson.ReadFailure(failure).ToDetails() : null,
        };
    }
}
