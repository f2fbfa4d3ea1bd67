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

    /// <summary>Names of the blocklists to match besides; one that the service does not have is an error.</summary>
    public IList<string> BlocklistNames { get; } = [];

    /// <summary>Whether a match in a blocklist ends the analysis: no categories are analysed then.</summary>
    public bool? HaltOnBlocklistHit { get; set; }

    public AnalyzeTextOutputType? OutputType { get; set; }
}
