namespace AiLabels.Gb45438;

/// <summary>The explicit label of GB 45438-2025 clause 5: text visible in the picture.</summary>
public static class ExplicitLabelText
{
    private const string LatinAi = "AI";

    /// <summary>Returns true if the text has an AI element (人工智能 or AI) and a generation element (生成, 合成 or both), clause 5.</summary>
    public static bool HasBothElements(string text) =>
        (text.Contains("人工智能", StringComparison.Ordinal) || HasLatinAi(text))
        && (text.Contains("生成", StringComparison.Ordinal) || text.Contains("合成", StringComparison.Ordinal));

    /// <summary>Returns true for AI as a word, not as a part of one such as AIR.</summary>
    private static bool HasLatinAi(string text)
    {
        for (var at = text.IndexOf(LatinAi, StringComparison.Ordinal); at >= 0; at =
            text.IndexOf(LatinAi, at + 1, StringComparison.Ordinal))
        {
            var end = at + LatinAi.Length;
            if (!(at > 0 && char.IsAsciiLetter(text[at - 1])) && !(end < text.Length && char.IsAsciiLetter(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
