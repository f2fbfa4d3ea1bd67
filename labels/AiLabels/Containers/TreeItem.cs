namespace AiLabels.Containers;

/// <summary>One structure, as a <see cref="TreeWalk"/> needs to know it.</summary>
internal sealed record TreeItem(string Type, long Offset, long Length)
{
    /// <summary>Where its first child begins; null for one without.</summary>
    public long? Children { get; init; }

    /// <summary>Bytes behind it that make its length even.</summary>
    public int Padding { get; init; }

    public string? Note { get; init; }

    /// <summary>Its children are the JUMBF boxes of a C2PA manifest store, whatever the format of the container.</summary>
    public bool IsManifestStore { get; init; }

    /// <summary>It cannot be a child of the parent that was given: one of unknown length ends before it.</summary>
    public bool EndsParent { get; init; }

    public long End => Offset + Length;
}
