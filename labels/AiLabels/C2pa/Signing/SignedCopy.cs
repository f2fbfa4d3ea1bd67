using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa.Signing;

/// <summary>The result of signing a copy: its bytes, which are not written yet, or a refusal.</summary>
public sealed record SignedCopy
{
    /// <summary>The signed copy; null if it was refused. Reads the unsigned one, which must stay as it is.</summary>
    public IByteSource? Bytes { get; init; }

    /// <summary>Reason of the refusal; null if the copy was signed.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Human-readable reason of the refusal. May hold untrusted text.</summary>
    public string? Message { get; init; }

    /// <summary>Label of the new manifest.</summary>
    public string? Manifest { get; init; }

    /// <summary>
    /// Label of the parent's active manifest, carried over as ingredient; null if the parent has no credentials, or none that can be read.
    /// </summary>
    public string? ParentManifest { get; init; }

    /// <summary>Why the signature has no time-stamp although an authority is set; null if it has, or none is.</summary>
    public string? NoTimeStamp { get; init; }
}
