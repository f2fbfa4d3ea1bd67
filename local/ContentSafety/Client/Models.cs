namespace Azure.AI.ContentSafety;

public class AnalyzeImageOptions(ContentSafetyImageData image)
{
    public ContentSafetyImageData Image { get; } = image;

    public AnalyzeImageOutputType? OutputType { get; set; }
}

/// <summary>An image by its bytes: at most 4 MB, 50 to 2,048 pixels a side.</summary>
public class ContentSafetyImageData(BinaryData content)
{
    internal BinaryData Content { get; } = content;
}

public class AnalyzeImageResult
{
    internal AnalyzeImageResult(IReadOnlyList<ImageCategoriesAnalysis> categoriesAnalysis) => CategoriesAnalysis = categoriesAnalysis;

    public IReadOnlyList<ImageCategoriesAnalysis> CategoriesAnalysis { get; }
}

/// <summary>Severity of one category; null if the service does not return one.</summary>
public class ImageCategoriesAnalysis
{
    internal ImageCategoriesAnalysis(ImageCategory category, int? severity) => (Category, Severity) = (category, severity);

    public ImageCategory Category { get; }
    public int? Severity { get; }
}

/// <summary>Scale of the severities of an image: 0, 2, 4, 6.</summary>
public readonly record struct AnalyzeImageOutputType
{
    private readonly string _value;

    public AnalyzeImageOutputType(string value) => _value = value;

    public static AnalyzeImageOutputType FourSeverityLevels { get; } = new("FourSeverityLevels");

    public override string ToString() => _value;
}

/// <summary>Harm category of an image.</summary>
public readonly record struct ImageCategory
{
    private readonly string _value;

    public ImageCategory(string value) => _value = value;

    public static ImageCategory Hate { get; } = new("Hate");
    public static ImageCategory SelfHarm { get; } = new("SelfHarm");
    public static ImageCategory Sexual { get; } = new("Sexual");
    public static ImageCategory Violence { get; } = new("Violence");

    public override string ToString() => _value;
}

public class AnalyzeTextOptions(string text)
{
    /// <summary>At most 10,000 characters.</summary>
    public string Text { get; } = text;

    /// <summary>Names of the blocklists to match as well; one that does not exist is an error.</summary>
    public IList<string> BlocklistNames { get; } = [];

    /// <summary>Whether a blocklist match ends the analysis, so that no categories are analyzed.</summary>
    public bool? HaltOnBlocklistHit { get; set; }

    public AnalyzeTextOutputType? OutputType { get; set; }
}

public class AnalyzeTextResult
{
    internal AnalyzeTextResult(
        IReadOnlyList<TextBlocklistMatch> blocklistsMatch, IReadOnlyList<TextCategoriesAnalysis> categoriesAnalysis) =>
        (BlocklistsMatch, CategoriesAnalysis) = (blocklistsMatch, categoriesAnalysis);

    public IReadOnlyList<TextBlocklistMatch> BlocklistsMatch { get; }

    /// <summary>Empty if a blocklist match ended the analysis.</summary>
    public IReadOnlyList<TextCategoriesAnalysis> CategoriesAnalysis { get; }
}

/// <summary>A blocklist item found in the text.</summary>
public class TextBlocklistMatch
{
    internal TextBlocklistMatch(string blocklistName, string blocklistItemText) =>
        (BlocklistName, BlocklistItemText) = (blocklistName, blocklistItemText);

    public string BlocklistName { get; }
    public string BlocklistItemText { get; }
}

/// <summary>Severity of one category; null if the service does not return one.</summary>
public class TextCategoriesAnalysis
{
    internal TextCategoriesAnalysis(TextCategory category, int? severity) => (Category, Severity) = (category, severity);

    public TextCategory Category { get; }
    public int? Severity { get; }
}

/// <summary>Scale of the severities of a text: 0, 2, 4, 6 or 0 to 7.</summary>
public readonly record struct AnalyzeTextOutputType
{
    private readonly string _value;

    public AnalyzeTextOutputType(string value) => _value = value;

    public static AnalyzeTextOutputType FourSeverityLevels { get; } = new("FourSeverityLevels");
    public static AnalyzeTextOutputType EightSeverityLevels { get; } = new("EightSeverityLevels");

    public override string ToString() => _value;
}

/// <summary>Harm category of a text.</summary>
public readonly record struct TextCategory
{
    private readonly string _value;

    public TextCategory(string value) => _value = value;

    public static TextCategory Hate { get; } = new("Hate");
    public static TextCategory SelfHarm { get; } = new("SelfHarm");
    public static TextCategory Sexual { get; } = new("Sexual");
    public static TextCategory Violence { get; } = new("Violence");

    public override string ToString() => _value;
}
