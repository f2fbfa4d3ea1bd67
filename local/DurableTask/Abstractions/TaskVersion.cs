namespace Microsoft.DurableTask;

/// <summary>The version of an orchestrator or an activity; compared without regard to case.</summary>
public readonly struct TaskVersion : IEquatable<TaskVersion>
{
    /// <summary>No version.</summary>
    public static readonly TaskVersion Unversioned;

    private readonly string? _version;

    /// <param name="version">The version; null or empty: unversioned.</param>
    /// <exception cref="ArgumentException"><paramref name="version"/> is only white space.</exception>
    public TaskVersion(string? version)
    {
        if (!string.IsNullOrEmpty(version) && string.IsNullOrWhiteSpace(version))
        {
            throw new ArgumentException("A version is not white space; pass null for an unversioned task.", nameof(version));
        }

        _version = version;
    }

    /// <summary>The version; empty when unversioned.</summary>
    public string Version => _version ?? string.Empty;

    /// <summary>The text of <paramref name="value"/>.</summary>
    public static implicit operator string(TaskVersion value) => value.Version;

    /// <summary>The version <paramref name="value"/>.</summary>
    public static implicit operator TaskVersion(string? value) => new(value);

    /// <summary>Whether both are the same version.</summary>
    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    /// <summary>Whether they are different versions.</summary>
    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskVersion other) => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
}
