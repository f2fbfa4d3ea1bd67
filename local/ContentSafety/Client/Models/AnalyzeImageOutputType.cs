namespace Azure.AI.ContentSafety;

/// <summary>Scale of the severities of an image: 0, 2, 4, 6.</summary>
public readonly record struct AnalyzeImageOutputType
{
    private readonly WireName _name;

    public AnalyzeImageOutputType(string value)
    {
        _name = new WireName(value);
    }

    public static AnalyzeImageOutputType FourSeverityLevels { get; } = new("FourSeverityLevels");

    public static implicit operator AnalyzeImageOutputType(string value) => new(value);

    public override string ToString() => _name.ToString();
}
