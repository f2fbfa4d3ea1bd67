namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or an activity; compared without regard to case.</summary>
public readonly struct TaskName(string name) : IEquatable<TaskName>
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The name of <paramref name="value"/>.</summary>
    public static implicit operator string(TaskName value) => value.Name;

    /// <summary>A task name; the default value for null or empty.</summary>
    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <summary>Whether both name the same task.</summary>
    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    /// <summary>Whether they name different tasks.</summary>
    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
