namespace VideoGate.Cases;

/// <summary>The platform's own content credentials (C2PA) in a labelled copy.</summary>
public sealed record CopySignature
{
    /// <summary>Organization and common name of the platform's certificate.</summary>
    public required string Signer { get; init; }

    /// <summary>Label of the manifest that the platform signed; null if the copy is not signed.</summary>
    public string? Manifest { get; init; }

    /// <summary>
    /// Label of the upload's own manifest, which the copy carries as parent ingredient; null if the upload has none that can be read.
    /// </summary>
    public string? ParentManifest { get; init; }

    /// <summary>Why the copy is not signed; null if it is. Its message may contain untrusted text.</summary>
    public LabelProblem? Problem { get; init; }

    /// <summary>Why the signature has no time-stamp although an authority is set.</summary>
    public string? NoTimeStamp { get; init; }
}
