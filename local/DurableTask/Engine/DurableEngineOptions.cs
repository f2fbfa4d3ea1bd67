using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace Local.Durable.Engine;

/// <summary>How the engine runs.</summary>
internal sealed record DurableEngineOptions
{
    /// <summary>The SQLite file that holds every instance; created when missing. One engine at a time may open it.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>host.json <c>maxConcurrentActivityFunctions</c>.</summary>
    public int MaxConcurrentActivities { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>host.json <c>maxConcurrentOrchestratorFunctions</c>.</summary>
    public int MaxConcurrentOrchestrators { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>host.json <c>defaultVersion</c>; empty: unversioned.</summary>
    public string DefaultVersion { get; init; } = string.Empty;

    /// <summary>
    /// Waiting orchestrations kept in memory; beyond it the longest idle one is dropped and replayed when it is needed again. Zero drops each after every turn.
    /// </summary>
    public int MaxIdleOrchestrations { get; init; } = 8_192;

    /// <summary>Turns inputs, outputs and events into text.</summary>
    public DataConverter DataConverter { get; init; } = JsonDataConverter.Default;
}
