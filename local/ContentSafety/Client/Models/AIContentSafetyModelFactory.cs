// The real package is compiled without nullable annotations.
#nullable disable annotations
namespace Azure.AI.ContentSafety;

/// <summary>Results as tests need them: their constructors are internal.</summary>
public static class AIContentSafetyModelFactory
{
    public static AnalyzeImageResult AnalyzeImageResult(IEnumerable<ImageCategoriesAnalysis> categoriesAnalysis = null) =>
        new([.. categoriesAnalysis ?? []]);

    public static ImageCategoriesAnalysis ImageCategoriesAnalysis(ImageCategory category = default, int? severity = null) =>
        new(category, severity);

    public static TextCategoriesAnalysis TextCategoriesAnalysis(TextCategory category = default, int? severity = null) =>
        new(category, severity);
}
