using System.Text.Json.Serialization;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Reports;

namespace AiLabels.Pixels.Visible.Results;

/// <summary>One label or trace that people see in the picture.</summary>
public sealed record VisibleLabel
{
    public required VisibleLabelKind Kind { get; init; }

    /// <summary>The line that was read, AI spelt as it is meant. Untrusted: escape wherever shown.</summary>
    public required string Text { get; init; }

    /// <summary>The line letter by letter as it was read, such as Al for AI; null where that is <see cref="Text"/>.</summary>
    public string? RawText { get; init; }

    /// <summary>The wording of the vocabulary that it holds.</summary>
    public required string Phrase { get; init; }

    /// <summary>Name from the generator registry, when the line names one.</summary>
    public string? Generator { get; init; }

    /// <summary>
    /// Bounds of the ink in pixels of the picture whose size stands in <see cref="ExplicitLabels"/>; of a moving label where
    /// <see cref="Frame"/> shows it.
    /// </summary>
    public required Box Box { get; init; }

    /// <summary>From the top of the highest glyph to the bottom of the lowest, in the same pixels.</summary>
    public required double GlyphHeight { get; init; }

    /// <summary><see cref="GlyphHeight"/> in parts of the picture's short side, 0 to 1.</summary>
    public required double HeightShare { get; init; }

    /// <summary>Time of the first picture that shows it.</summary>
    public required TimeSpan FirstSeen { get; init; }

    /// <summary>Time of the last picture that shows it.</summary>
    public required TimeSpan LastSeen { get; init; }

    /// <summary>How long it is shown in all: half the way to the pictures that lack it, before and after.</summary>
    public required TimeSpan Shown { get; init; }

    public required LabelPosition Position { get; init; }

    public required bool Moves { get; init; }

    /// <summary>What tesseract thinks of its reading, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Time of the picture in which it was read.</summary>
    public required TimeSpan Frame { get; init; }

    /// <summary>Generators write a bare AI into the upper corners; elsewhere, and on the move, it is a word like others.</summary>
    internal bool IsAtItsPlace =>
        Kind != VisibleLabelKind.AiMark || (Position == LabelPosition.Corner && Box.Y < GlyphHeight * 4 && !Moves);

    public required LabelConformance Conformance { get; init; }
}

[JsonConverter(typeof(CamelCase<LabelPosition>))]
public enum LabelPosition
{
    Centre,
    Edge,
    Corner,
}
