namespace Azure.AI.ContentSafety;

/// <summary>Harm category of a text.</summary>
public readonly record struct TextCategory
{
    private readonly WireName _name;

    public TextCategory(string value)
    {
        _name = new WireName(value);
    }

    public static TextCategory Hate { get; } = new("Hate");

    public static TextCategory SelfHarm { get; } = new("SelfHarm");

    public static TextCategory Sexual { get; } = new("Sexual");

    public static TextCategory Violence { get; } = new("Violence");

    public static implicit operator TextCategory(string value) => new(value);

    public override string ToString() => _name.ToString();
}
