using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiLabels.Generators;

namespace AiLabels.Pixels.Visible.Matching;

/// <summary>
/// The words that make a line of text an explicit label. A new wording is one entry in <c>vocabulary.json</c> or in a policy.
/// </summary>
public sealed record LabelVocabulary
{
    /// <summary>
    /// The vocabulary of the library: GB 45438-2025 §5 wordings, simplified and traditional, and their English equivalents.
    /// </summary>
    public static LabelVocabulary Default { get; } = Load();

    /// <summary>Names of artificial intelligence; a compliant label has one of them (GB 45438-2025 §5).</summary>
    public required IReadOnlyList<string> AiElements { get; init; }

    /// <summary>生成, 合成 and their English equivalents; a compliant label has one of them (GB 45438-2025 §5).</summary>
    public required IReadOnlyList<string> MakingElements { get; init; }

    /// <summary>Wordings of labels. Spaces, hyphens, case and width are ignored.</summary>
    public required IReadOnlyList<string> Phrases { get; init; }

    /// <summary>Words that negate a label.</summary>
    public required IReadOnlyList<string> Negations { get; init; }

    /// <summary>Words allowed beside a phrase on a label. Any other word makes the line a mention of AI.</summary>
    public required IReadOnlyList<string> Companions { get; init; }

    /// <summary>Known misreadings of label words, and those words. Only non-words belong here; ? is any one letter.</summary>
    public IReadOnlyDictionary<string, string> Misreadings { get; init => field = value ?? Nothing; } = Nothing;

    /// <summary>
    /// Wordings one or two letters different from a label's that are not labels, so that they are not matched as a misread one.
    /// </summary>
    public IReadOnlyList<string> Lookalikes { get; init => field = value ?? []; } = [];

    /// <summary>Companions that follow a label's wording as a sentence; their first letter and two of five letters suffice.</summary>
    public IReadOnlyList<string> Sentences { get; init => field = value ?? []; } = [];

    /// <summary>Companions before a label's wording as a sentence; two of their letters may be others.</summary>
    public IReadOnlyList<string> Openings { get; init => field = value ?? []; } = [];

    /// <summary>Marks that generators draw into pictures: rows of the generator registry.</summary>
    [JsonIgnore]
    public IReadOnlyList<VisibleMark> Marks { get; init; } = VisibleMark.All;

    /// <summary>Returns this vocabulary with the label wordings that a policy adds.</summary>
    public LabelVocabulary With(IEnumerable<string> phrases) => this with { Phrases = [.. Phrases, .. phrases] };

    private static Dictionary<string, string> Nothing { get; } = [];

    private static LabelVocabulary Load()
    {
        using var words = Assembly.GetExecutingAssembly().GetManifestResourceStream("AiLabels.Pixels.Visible.Matching.vocabulary.json")!;
        return JsonSerializer.Deserialize(words, VocabularyJson.Default.LabelVocabulary)!;
    }
}
