namespace Azure.AI.ContentSafety;

/// <summary>Harm category of an image.</summary>
public readonly record struct ImageCategory
{
    private readonly WireName _name;

    public ImageCategory(string value)
    {
        _name = new WireName(value);
    }

    public static ImageCategory Hate { get; } = new("Hate");

    public static ImageCategory SelfHarm { get; } = new("SelfHarm");

    public static ImageCategory Sexual { get; } = new("Sexual");

    public static ImageCategory Violence { get; } = new("Violence");

    public static implicit operator ImageCategory(string value) => new(value);

    public override string ToString() => _name.ToString();
}
