using System.Text.Json.Serialization;

namespace AiLabels.Reports;

/// <summary>The result of writing one label: written, or refused before a byte was written.</summary>
public sealed record WriteOutcome
{
    public bool IsWritten => Refusal is null;

    /// <summary>Reason of the refusal; null if the label was written.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Human-readable reason of the refusal, with its remedy. May hold untrusted text.</summary>
    public string? Message { get; init; }

    /// <summary>The label as read back from the written file; null if it was refused.</summary>
    public Finding? Label { get; init; }

    /// <summary>Number of labels that it replaced.</summary>
    public int Replaced { get; init; }

    /// <summary>Length of the written file in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Warnings about a written label, such as content credentials that no longer match.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];
}

/// <summary>Reasons for not writing a label.</summary>
[JsonConverter(typeof(CamelCase<Refusal>))]
public enum Refusal
{
    /// <summary>The file has a label, and <see cref="LabelWriterOptions.Replace"/> is not set: GB 45438-2025 6.1 c) allows one.</summary>
    AlreadyLabelled,

    /// <summary>The file's label is stronger than the new one, which would conceal it (article 10 of the Measures).</summary>
    WeakerLabel,

    /// <summary>The file has a label in a place that cannot be rewritten, such as XMP; with the new one it would have two.</summary>
    LabelElsewhere,

    /// <summary>The file is damaged, truncated, or in an unknown container.</summary>
    Damaged,

    /// <summary>The container has no supported place for the label.</summary>
    UnsupportedContainer,

    /// <summary>The container has a place, but the layout of this file cannot be kept correct.</summary>
    UnsupportedLayout,

    /// <summary>The file exceeds a limit of <see cref="LabelWriterOptions"/>.</summary>
    LimitReached,

    /// <summary>The labelled file does not read back as expected.</summary>
    NotVerified,
}
