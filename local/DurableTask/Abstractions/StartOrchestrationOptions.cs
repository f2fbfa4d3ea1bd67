using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How a new orchestration instance starts.</summary>
public record StartOrchestrationOptions
{
    /// <param name="InstanceId">The id of the instance; null: a new GUID.</param>
    /// <param name="StartAt">When it starts; null or past: at once.</param>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>A copy of <paramref name="options"/>.</summary>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The id of the instance; null: a new GUID.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When it starts; null or past: at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Tags of the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The version of the orchestration; null: the default version.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>
    /// The statuses of an existing instance with the same id that refuse the start. An existing instance in any other status is replaced,
    /// a running one being terminated first. When null, an instance that has not ended refuses the start and one that has is replaced.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
