namespace Azure.AI.ContentSafety;

/// <summary>Scale of the severities of a text: 0, 2, 4, 6 or 0 to 7.</summary>
public readonly record struct AnalyzeTextOutputType
{
    private readonly WireName _name;

    public AnalyzeTextOutputType(string value)
    {
        _name = new WireName(value);
    }

    public static AnalyzeTextOutputType FourSeverityLevels { get; } = new("FourSeverityLevels");

    public static AnalyzeTextOutputType EightSeverityLevels { get; } = new("EightSeverityLevels");

    public static implicit operator AnalyzeTextOutputType(string value) => new(value);

    public override string ToString() => _name.ToString();
}
