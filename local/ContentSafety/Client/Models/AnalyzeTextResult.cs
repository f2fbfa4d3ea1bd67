namespace Azure.AI.ContentSafety;

public class AnalyzeTextResult
{
    internal AnalyzeTextResult(IReadOnlyList<TextBlocklistMatch> blocklistsMatch, IReadOnlyList<TextCategoriesAnalysis> categoriesAnalysis)
    {
        BlocklistsMatch = blocklistsMatch;
        CategoriesAnalysis = categoriesAnalysis;
    }

    public IReadOnlyList<TextBlocklistMatch> BlocklistsMatch { get; }

    /// <summary>Empty when a match in a blocklist ended the analysis.</summary>
    public IReadOnlyList<TextCategoriesAnalysis> CategoriesAnalysis { get; }
}
