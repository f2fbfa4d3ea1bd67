namespace Azure.AI.ContentSafety;

/// <summary>Severity of one category; null when the service does not say.</summary>
public class TextCategoriesAnalysis
{
    internal TextCategoriesAnalysis(TextCategory category, int? severity)
    {
        Category = category;
        Severity = severity;
    }

    public TextCategory Category { get; }

    public int? Severity { get; }
}
