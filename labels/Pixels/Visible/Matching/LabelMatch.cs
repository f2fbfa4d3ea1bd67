using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using AiLabels.Reports;

namespace AiLabels.Pixels.Visible.Matching;

/// <summary>What a line of text is as a label.</summary>
/// <param name="Phrase">The vocabulary's wording that was found.</param>
/// <param name="Generator">Name in the generator registry, when the line names one.</param>
/// <param name="AiElement">The word for artificial intelligence that the line holds, or null.</param>
/// <param name="MakingElement">The word for generation or synthesis that the line holds, or null.</param>
public sealed partial record LabelMatch(VisibleLabelKind Kind, string Phrase, string? Generator, string? AiElement, string? MakingElement)
{
    /// <summary>It says that the video is made by AI; a trace only tells where it comes from.</summary>
    internal bool IsLabel => Kind is not (VisibleLabelKind.VendorTrace or VisibleLabelKind.AiMark);

    /// <summary>The line as people read it: readers of pixels take the I of AI for what looks the same in many fonts.</summary>
    internal string Spelt(string line) => AiElement == "AI" ? MisreadAi().Replace(line, "AI") : line;

    [GeneratedRegex("A[l1|!](?![a-z0-9])")]
    private static partial Regex MisreadAi();
}

[JsonConverter(typeof(CamelCase<VisibleLabelKind>))]
public enum VisibleLabelKind
{
    /// <summary>AI or 人工智能 together with 生成 or 合成, as GB 45438-2025 §5 asks.</summary>
    Label,

    /// <summary>The same in English.</summary>
    EnglishLabel,

    /// <summary>A wording that a policy asks for and that lacks one of the two elements.</summary>
    OtherWording,

    /// <summary>A generator's mark. It tells where a video comes from and is no label.</summary>
    VendorTrace,

    /// <summary>The letters AI alone in a corner: a weak trace of several generators.</summary>
    AiMark,
}
