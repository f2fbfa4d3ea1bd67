using VideoGate.Cases;

namespace VideoGate.LibraryImports;

/// <summary>An import of videos that were published before the gate knew them: request, progress and counts.</summary>
public sealed record Import
{
    public int SchemaVersion { get; init; } = 1;

    public required string ImportId { get; init; }

    public required ImportState State { get; init; }

    /// <summary>Blobs in <c>published</c> whose names begin with this are taken; empty for all.</summary>
    public required string Prefix { get; init; }

    /// <summary>The videos are judged and nothing is changed; false once the import is applied.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Whether videos that the policies quarantine leave the published ones; false reviews them in place.</summary>
    public required bool Quarantine { get; init; }

    /// <summary>Declaration of videos whose metadata have none.</summary>
    public required Declaration Declaration { get; init; }

    /// <summary>Audience of videos whose metadata name none; null for the configured audience.</summary>
    public IReadOnlyList<string>? Jurisdictions { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Subject of the token of the person who had the import applied; null before.</summary>
    public string? AppliedBy { get; init; }

    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>Subject of the token of the person who cancelled the import; null if it was not.</summary>
    public string? CancelledBy { get; init; }

    /// <summary>When all videos were judged, or all decisions carried out; null before.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Why the import ended early.</summary>
    public string? Failure { get; init; }

    public ImportCounts Counts { get; init; } = new();

    /// <summary>Gets what the import asks of each video.</summary>
    public ImportOrder Order() => new(ImportId, AppliedBy ?? RequestedBy, Apply: !DryRun, Quarantine, Declaration, Jurisdictions);
}
