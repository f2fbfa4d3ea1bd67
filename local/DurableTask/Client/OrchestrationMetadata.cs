using System.Collections.Immutable;

namespace Microsoft.DurableTask.Client;

/// <summary>What is known about an orchestration instance.</summary>
/// <param name="name">The name of the orchestrator.</param>
/// <param name="instanceId">The id of the instance.</param>
public sealed class OrchestrationMetadata(string name, string instanceId)
{
    /// <summary>The name of the orchestrator.</summary>
    public string Name { get; } = name;

    /// <summary>The id of the instance.</summary>
    public string InstanceId { get; } = instanceId;

    /// <summary>Reads the serialized values; null when they were not asked for.</summary>
    public DataConverter? DataConverter { get; init; }

    /// <summary>Where the instance stands.</summary>
    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last took a step.</summary>
    public DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>Its input; null when it has none or it was not asked for.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>Its output; null when it has none or it was not asked for.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>Its custom status; null when it has none or it was not asked for.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Why it failed; null when it did not, or when outputs were not asked for.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>Whether its status is <see cref="OrchestrationRuntimeStatus.Running"/>.</summary>
    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    /// <summary>Whether it has completed, failed or been terminated.</summary>
    public bool IsCompleted => RuntimeStatus
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <summary>The input.</summary>
    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadInputAs<T>() => Read<T>(SerializedInput, nameof(ReadInputAs));

    /// <summary>The output.</summary>
    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadOutputAs<T>() => Read<T>(SerializedOutput, nameof(ReadOutputAs));

    /// <summary>The custom status.</summary>
    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadCustomStatusAs<T>() => Read<T>(SerializedCustomStatus, nameof(ReadCustomStatusAs));

    /// <inheritdoc/>
    public override string ToString() =>
        $"[Name: '{Name}', ID: '{InstanceId}', RuntimeStatus: {RuntimeStatus}, CreatedAt: {CreatedAt:s}, LastUpdatedAt: {LastUpdatedAt:s}]";

    private T? Read<T>(string? serialized, string method) => DataConverter is null
        ? throw new InvalidOperationException($"{method} needs an instance that was fetched with getInputsAndOutputs: true.")
        : DataConverter.Deserialize<T>(serialized);
}
