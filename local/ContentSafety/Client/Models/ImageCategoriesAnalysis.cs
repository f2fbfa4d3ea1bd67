namespace Azure.AI.ContentSafety;

/// <summary>Severity of one category; null when the service does not say.</summary>
public class ImageCategoriesAnalysis
{
    internal ImageCategoriesAnalysis(ImageCategory category, int? severity)
    {
        Category = category;
        Severity = severity;
    }

    public ImageCategory Category { get; }

    public int? Severity { get; }
}
