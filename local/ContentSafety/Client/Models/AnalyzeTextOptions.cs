namespace Azure.AI.ContentSafety;

public class AnalyzeTextOptions
{
    public AnalyzeTextOptions(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>At most 10,000 characters.</summary>
    public string Text { get; }

    /// <summary>The categories to analyse; all of them when empty.</summary>
    public IList<TextCategory> Categories { get; } = [];

    public AnalyzeTextOutputType? OutputType { get; set; }
}
