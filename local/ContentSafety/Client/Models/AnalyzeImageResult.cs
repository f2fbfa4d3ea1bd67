namespace Azure.AI.ContentSafety;

public class AnalyzeImageResult
{
    internal AnalyzeImageResult(IReadOnlyList<ImageCategoriesAnalysis> categoriesAnalysis)
    {
        CategoriesAnalysis = categoriesAnalysis;
    }

    public IReadOnlyList<ImageCategoriesAnalysis> CategoriesAnalysis { get; }
}
