using AiLabels.Pixels.Burning;
using VideoGate.Storage;

namespace VideoGate.Cases;

/// <summary>Result of an approval with label: an inspected labelled copy, or the problem that kept the video in quarantine.</summary>
public sealed record LabellingResult
{
    /// <summary>Identifies the order: the same for the same decision, different for a later one.</summary>
    public required string OrderId { get; init; }

    public required LabelOrder Order { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null if the labelled copy passed inspection.</summary>
    public LabelProblem? Problem { get; init; }

    /// <summary>The seven fields of GB 45438-2025 annex E in the copy.</summary>
    public IReadOnlyDictionary<string, string>? Label { get; init; }

    /// <summary>The copy's visible labels; null if its picture is the original's.</summary>
    public ExplicitLabelSummary? ExplicitLabel { get; init; }

    /// <summary>What was encoded for it; null if its picture is the original's.</summary>
    public LabelEncoding? Encoding { get; init; }

    /// <summary>Size of the labelled copy in bytes.</summary>
    public long Length { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The uploaded video, in <c>evidence</c>.</summary>
    public BlobLocation? Original { get; init; }

    /// <summary>
    /// The original's content credentials (C2PA) as a sidecar file: they no longer match the copy, whose bytes differ. Stored in
    /// <c>evidence</c>, then next to the published video.
    /// </summary>
    public BlobLocation? Credentials { get; init; }

    /// <summary>The platform's content credentials in the copy, or why it has none; null if no signer is set.</summary>
    public CopySignature? Signature { get; init; }
}

/// <param name="Code">Stable identifier, such as <c>unsupportedContainer</c>, <c>burn.limit</c> or <c>notVerified</c>.</param>
/// <param name="Message">One human-readable sentence. May contain untrusted text.</param>
public sealed record LabelProblem(string Code, string Message);

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

/// <summary>What was encoded for a label over the picture, and what it cost.</summary>
/// <param name="Encoded">The opening, behind which the pictures are the upload's, or the whole video.</param>
/// <param name="EncodedSeconds">Duration of the encoded part.</param>
/// <param name="CpuSeconds">CPU time of the encoder, all threads together.</param>
/// <param name="WholeBecause">
/// Why the rest was not kept as it is, as the end of a sentence; null if it was, or if all of it has the label.
/// </param>
public sealed record LabelEncoding(BurnExtent Encoded, double EncodedSeconds, double CpuSeconds, string? WholeBecause)
{
    public static LabelEncoding? Of(BurnEffort? effort) => effort is null ? null : new(
        effort.Encoded, Math.Round(effort.Time.TotalSeconds, 3), Math.Round(effort.CpuTime.TotalSeconds, 2), effort.WholeBecause);
}
