using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using VideoGate.Testing.App;

namespace VideoGate.Tests.EndToEnd.Maintenance;

/// <summary>
/// The Functions host's state in storage of a gate that is down, and ways to remove parts of it. Only for the backend AzureStorage.
/// </summary>
internal static class RuntimeState
{
    private const string Hub = "moderation";
    private const string Status = "RuntimeStatus";

    private static readonly string[] Times = ["CreatedTime", "LastUpdatedTime", "CompletedTime"];

    /// <summary>Simulates the loss of the task hub.</summary>
    public static void LoseInstance(RunningGate gate, string instanceId)
    {
        LoseHistory(gate, instanceId);
        Delete(Table(gate, "Instances"), instanceId);
    }

    /// <summary>Simulates an unhandled error in the orchestration. Pending messages to it find no history and are dropped.</summary>
    public static void FailInstance(RunningGate gate, string instanceId)
    {
        LoseHistory(gate, instanceId);
        Change(gate, instanceId, row => row[Status] = nameof(OrchestrationRuntimeStatus.Failed));
    }

    public static void RenameInstance(RunningGate gate, string instanceId, string newId)
    {
        var instances = Table(gate, "Instances");
        var row = Row(instances, instanceId) ?? throw new InvalidOperationException($"There is no instance {instanceId}.");
        instances.AddEntity(new TableEntity(row) { PartitionKey = newId });
        Delete(instances, instanceId);
    }

    /// <summary>Moves its start and end to an earlier time.</summary>
    public static void AgeInstance(RunningGate gate, string instanceId, TimeSpan by) => Change(gate, instanceId, row =>
    {
        foreach (var time in Times.Where(row.ContainsKey))
        {
            row[time] = row.GetDateTimeOffset(time) - by;
        }
    });

    /// <returns>The instance, or null if there is none.</returns>
    public static OrchestrationRuntimeStatus? StatusOf(RunningGate gate, string instanceId) =>
        Row(Table(gate, "Instances"), instanceId) is { } row ? Enum.Parse<OrchestrationRuntimeStatus>(row.GetString(Status)) : null;

    private static void LoseHistory(RunningGate gate, string instanceId) => Delete(Table(gate, "History"), instanceId);

    private static void Change(RunningGate gate, string instanceId, Action<TableEntity> change)
    {
        var instances = Table(gate, "Instances");
        var row = Row(instances, instanceId) ?? throw new InvalidOperationException($"There is no instance {instanceId}.");
        change(row);
        instances.UpdateEntity(row, ETag.All, TableUpdateMode.Replace);
    }

    private static TableEntity? Row(TableClient table, string instanceId) =>
        table.Query<TableEntity>(row => row.PartitionKey == instanceId).SingleOrDefault();

    private static void Delete(TableClient table, string instanceId)
    {
        foreach (var row in table.Query<TableEntity>(row => row.PartitionKey == instanceId))
        {
            table.DeleteEntity(row.PartitionKey, row.RowKey, ETag.All);
        }
    }

    private static TableClient Table(RunningGate gate, string name) => new(gate.Azurite.ConnectionString, $"{Hub}{name}");
}
