using AiLabels.Gb45438;

namespace AiLabels.Xmp;

/// <summary>Properties about AI, by their customary prefixes.</summary>
internal static class XmpName
{
    public const string DigitalSourceType = "Iptc4xmpExt:DigitalSourceType";
    public const string Aigc = "TC260:AIGC";
    public const string Provenance = "dcterms:provenance";

    /// <summary>The label of TC260 under a namespace that is not the one of TC260-PG-20257A.</summary>
    public const string AigcElsewhere = "TC260:AIGC?";

    /// <summary>Prefix of a field of annex E that is a separate property.</summary>
    public const string FieldPrefix = "TC260:";

    /// <summary>Prefix of the fields of IPTC Photo Metadata 2025.1 about AI.</summary>
    public const string AiFieldPrefix = "Iptc4xmpExt:AI";

    /// <summary>Prefix of properties that name the tool: xmp:CreatorTool, photoshop:Credit.</summary>
    public const string CreditPrefix = "credit:";

    /// <summary>Prefix of properties in which tools leave a recipe or a label as text.</summary>
    public const string TextPrefix = "text:";

    private const string Tc260 = "http://www.tc260.org.cn/ns/AIGC/1.0";
    private const string IptcExtension = "http://iptc.org/std/Iptc4xmpExt/2008-02-29";

    private static readonly string[] AiFields = ["AISystemUsed", "AISystemVersionUsed", "AIPromptInformation", "AIPromptWriterName"];

    // DigitalSourceFileType: as Google and others write it.
    private static readonly string[] SourceTypes = ["DigitalSourceType", "DigitalSourceFileType"];

    private static readonly string[] Texts = ["UserComment", "parameters", "prompt", "workflow"];

    /// <summary>Returns null for every other property. Writers choose the prefix, so only the namespace is compared.</summary>
    public static string? Of(string namespaceUri, string localName) => (namespaceUri.TrimEnd('/'), localName) switch
    {
        (IptcExtension, _) when SourceTypes.Contains(localName, StringComparer.OrdinalIgnoreCase) => DigitalSourceType,
        (IptcExtension, _) when AiFields.Contains(localName, StringComparer.OrdinalIgnoreCase) => $"Iptc4xmpExt:{localName}",
        (Tc260, "AIGC") => Aigc,
        ("http://purl.org/dc/terms", "provenance") => Provenance,
        ("http://ns.adobe.com/xap/1.0", "CreatorTool") => $"{CreditPrefix}{localName}",
        ("http://ns.adobe.com/photoshop/1.0", "Credit") => $"{CreditPrefix}{localName}",
        ("http://purl.org/dc/elements/1.1", "description") => $"{TextPrefix}{localName}",
        var (uri, _) when IsTc260(uri) && AigcName.IsKeyword(localName) => AigcElsewhere,
        var (uri, _) when IsTc260(uri) && AigcFields.IsField(localName) => $"{FieldPrefix}{localName}",
        _ => Texts.Contains(localName, StringComparer.OrdinalIgnoreCase) ? $"{TextPrefix}{localName}" : null,
    };

    private static bool IsTc260(string namespaceUri) => namespaceUri.Contains("tc260", StringComparison.OrdinalIgnoreCase)
        || namespaceUri.EndsWith("/AIGC", StringComparison.OrdinalIgnoreCase);
}
