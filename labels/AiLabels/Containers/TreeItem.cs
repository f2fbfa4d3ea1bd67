namespace AiLabels.Containers;

/// <summary>One structure, as <see cref="TreeWalk"/> needs it.</summary>
internal sealed record TreeItem(string Type, long Offset, long Length)
{
    /// <summary>Offset of its first child; null if it has none.</summary>
    public long? Children { get; init; }

    /// <summary>Padding bytes after it that make its length even.</summary>
    public int Padding { get; init; }

    public string? Note { get; init; }

    /// <summary>True if its children are the JUMBF boxes of a C2PA manifest store, whatever the container format.</summary>
    public bool IsManifestStore { get; init; }

    /// <summary>True if it cannot be a child of the given parent, which has an unknown length and ends before it.</summary>
    public bool EndsParent { get; init; }

    public long End => Offset + Length;
}
