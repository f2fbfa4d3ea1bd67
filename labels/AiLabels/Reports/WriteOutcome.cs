using System.Text.Json.Serialization;

namespace AiLabels.Reports;

/// <summary>What became of one label: written, or refused before a byte was written.</summary>
public sealed record WriteOutcome
{
    public bool IsWritten => Refusal is null;

    /// <summary>Why nothing was written; null when the label is.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The refusal in a sentence for people, with its remedy. May hold untrusted text.</summary>
    public string? Message { get; init; }

    /// <summary>The label as the written file is read; null when it was refused.</summary>
    public Finding? Label { get; init; }

    /// <summary>How many labels gave way to it.</summary>
    public int Replaced { get; init; }

    /// <summary>Length of the written file in bytes.</summary>
    public long Length { get; init; }

    /// <summary>What the caller should know although the label is written, such as content credentials that no longer match.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];
}

/// <summary>Why a label was not written.</summary>
[JsonConverter(typeof(CamelCase<Refusal>))]
public enum Refusal
{
    /// <summary>
    /// The file carries a label, and <see cref="LabelWriterOptions.Replace"/> is not set: GB 45438-2025 6.1 c) allows one.
    /// </summary>
    AlreadyLabelled,

    /// <summary>The file's label says more than the new one, which would hide it (article 10 of the Measures).</summary>
    WeakerLabel,

    /// <summary>
    /// The file carries a label in a place that cannot be rewritten here, such as XMP; with a second one it would have two.
    /// </summary>
    LabelElsewhere,

    /// <summary>The file is damaged, cut short, or in no container known here.</summary>
    Damaged,

    /// <summary>The container has no place for the label that is written here.</summary>
    UnsupportedContainer,

    /// <summary>The container has a place, but this file is laid out in a way that cannot be kept right.</summary>
    UnsupportedLayout,

    /// <summary>The file goes beyond a limit of <see cref="LabelWriterOptions"/>.</summary>
    LimitReached,

    /// <summary>The file as it would be written does not read as it should.</summary>
    NotVerified,
}
