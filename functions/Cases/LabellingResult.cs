using VideoGate.Storage;

namespace VideoGate.Cases;

/// <summary>
/// What became of an approval with label: a labelled copy that was inspected, or the problem that kept the video in quarantine.
/// </summary>
public sealed record LabellingResult
{
    /// <summary>Tells the order from a later one: the same decision has the same.</summary>
    public required string OrderId { get; init; }

    public required LabelOrder Order { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null when the labelled copy is in order.</summary>
    public LabelProblem? Problem { get; init; }

    /// <summary>The seven fields of GB 45438-2025 annex E as they stand in the copy.</summary>
    public IReadOnlyDictionary<string, string>? Label { get; init; }

    /// <summary>What people see in the copy; null when its picture is that of the original.</summary>
    public ExplicitLabelSummary? ExplicitLabel { get; init; }

    /// <summary>Translate the labelled copy, in bytes.</summary>
    public long Length { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The video as it was uploaded, in <c>evidence</c>.</summary>
    public BlobLocation? Original { get; init; }

    /// <summary>
    /// The original's content credentials (C2PA) as a file of their own: they no longer match the copy, whose bytes are others. First in
    /// <c>evidence</c>, then beside the published video.
    /// </summary>
    public BlobLocation? Credentials { get; init; }
}

/// <param name="Code">Stable identifier, such as <c>unsupportedContainer</c>, <c>burn.limit</c> or <c>notVerified</c>.</param>
/// <param name="Message">One sentence for people. May hold untrusted text.</param>
public sealed record LabelProblem(string Code, string Message);
