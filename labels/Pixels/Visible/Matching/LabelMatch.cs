using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using AiLabels.Reports;

namespace AiLabels.Pixels.Visible.Matching;

/// <summary>Classification of a line of text as a label.</summary>
/// <param name="Phrase">The matched wording of the vocabulary.</param>
/// <param name="Generator">Name in the generator registry, if the line names one.</param>
/// <param name="AiElement">The word for artificial intelligence in the line, or null.</param>
/// <param name="MakingElement">The word for generation or synthesis in the line, or null.</param>
public sealed partial record LabelMatch(VisibleLabelKind Kind, string Phrase, string? Generator, string? AiElement, string? MakingElement)
{
    /// <summary>True if it states that the video is made with AI; a trace only indicates its source.</summary>
    internal bool IsLabel => Kind is not (VisibleLabelKind.VendorTrace or VisibleLabelKind.AiMark);

    /// <summary>Returns the line as meant: OCR reads the I of AI as characters that look the same in many fonts.</summary>
    internal string Spelt(string line) => AiElement == "AI" ? MisreadAi().Replace(line, "AI") : line;

    [GeneratedRegex("A[l1|!](?![a-z0-9])")]
    private static partial Regex MisreadAi();
}

[JsonConverter(typeof(CamelCase<VisibleLabelKind>))]
public enum VisibleLabelKind
{
    /// <summary>AI or 人工智能 together with 生成 or 合成, as GB 45438-2025 §5 requires.</summary>
    Label,

    /// <summary>Both elements in English.</summary>
    EnglishLabel,

    /// <summary>A wording that a policy adds and that lacks one of the two elements.</summary>
    OtherWording,

    /// <summary>A generator's mark, which indicates the source of a video and is not a label.</summary>
    VendorTrace,

    /// <summary>Only the letters AI in a corner: a weak trace of several generators.</summary>
    AiMark,

    /// <summary>The EU's icon: AI in capitals, with GENERATED or MODIFIED under or beside it.</summary>
    EuIcon,
}
