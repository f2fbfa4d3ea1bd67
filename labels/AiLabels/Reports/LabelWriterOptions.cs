namespace AiLabels.Reports;

/// <summary>How a label is written, and the limits on untrusted input while it is.</summary>
public sealed record LabelWriterOptions
{
    /// <summary>Whether a label that the file carries gives way to the new one. Without it such a file is refused.</summary>
    public bool Replace { get; init; }

    /// <summary>Container boxes, elements or chunks visited. A long live recording has one for each frame.</summary>
    public int MaxBoxes { get; init; } = 1_000_000;

    /// <summary>Bytes of index and metadata taken into memory to be rewritten.</summary>
    public long MaxIndexLength { get; init; } = 32L << 20;

    /// <summary>Time for each of the two readings, before and after the label is in place; copying the media is not counted.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);
}
