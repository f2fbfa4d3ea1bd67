namespace AiLabels.Reports;

/// <summary>Options for writing a label, and limits on untrusted input.</summary>
public sealed record LabelWriterOptions
{
    /// <summary>Whether a label in the file is replaced by the new one. Otherwise such a file is refused.</summary>
    public bool Replace { get; init; }

    /// <summary>Maximum number of container boxes, elements or chunks visited. A long live recording has one for each frame.</summary>
    public int MaxBoxes { get; init; } = 1_000_000;

    /// <summary>Maximum number of bytes of index and metadata loaded into memory to rewrite.</summary>
    public long MaxIndexLength { get; init; } = 32L << 20;

    /// <summary>Timeout of each of the two reads, before and after the label is in place; copying the media is not counted.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);
}
