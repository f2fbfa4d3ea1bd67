using System.Text.Json.Serialization;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Reports;

namespace AiLabels.Pixels.Visible.Results;

/// <summary>One label or trace visible in the picture.</summary>
public sealed record VisibleLabel
{
    public required VisibleLabelKind Kind { get; init; }

    /// <summary>The line as read, with AI spelled as meant. Untrusted: escape wherever shown.</summary>
    public required string Text { get; init; }

    /// <summary>The line letter by letter as read, such as Al for AI; null if equal to <see cref="Text"/>.</summary>
    public string? RawText { get; init; }

    /// <summary>The matched wording of the vocabulary.</summary>
    public required string Phrase { get; init; }

    /// <summary>Name from the generator registry, if the line names one.</summary>
    public string? Generator { get; init; }

    /// <summary>
    /// Bounds of the ink, in pixels of the picture size in <see cref="ExplicitLabels"/>; for a moving label at <see cref="Frame"/>.
    /// </summary>
    public required Box Box { get; init; }

    /// <summary>From the top of the highest glyph to the bottom of the lowest, in the same pixels.</summary>
    public required double GlyphHeight { get; init; }

    /// <summary><see cref="GlyphHeight"/> as a share of the picture's short side, 0 to 1.</summary>
    public required double HeightShare { get; init; }

    /// <summary>Time of the first picture that shows it.</summary>
    public required TimeSpan FirstSeen { get; init; }

    /// <summary>Time of the last picture that shows it.</summary>
    public required TimeSpan LastSeen { get; init; }

    /// <summary>Total time shown: each end is half way to the nearest picture without it.</summary>
    public required TimeSpan Shown { get; init; }

    public required LabelPosition Position { get; init; }

    public required bool Moves { get; init; }

    /// <summary>Mean probability of its letters, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Time of the picture in which it was read.</summary>
    public required TimeSpan Frame { get; init; }

    /// <summary>
    /// True at the expected place of a bare AI: generators write it into the upper corners; elsewhere, or moving, it is an ordinary word.
    /// </summary>
    internal bool IsAtItsPlace =>
        Kind != VisibleLabelKind.AiMark || (Position == LabelPosition.Corner && Box.Y < GlyphHeight * 4 && !Moves);

    /// <summary>Number of the video track that shows it, from 1: the one that players choose.</summary>
    public int Track { get; init; } = 1;

    public required LabelConformance Conformance { get; init; }
}

[JsonConverter(typeof(CamelCase<LabelPosition>))]
public enum LabelPosition
{
    Centre,
    Edge,
    Corner,
}
