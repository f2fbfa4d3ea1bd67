namespace AiLabels.Xmp;

/// <summary>Properties about AI, by their customary prefixes.</summary>
internal static class XmpName
{
    public const string DigitalSourceType = "Iptc4xmpExt:DigitalSourceType";
    public const string Aigc = "TC260:AIGC";
    public const string Provenance = "dcterms:provenance";

    /// <summary>Returns null for every other property. Writers choose the prefix, so only the namespace is compared.</summary>
    public static string? Of(string namespaceUri, string localName) => (namespaceUri.TrimEnd('/'), localName) switch
    {
        ("http://iptc.org/std/Iptc4xmpExt/2008-02-29", "DigitalSourceType") => DigitalSourceType,
        ("http://www.tc260.org.cn/ns/AIGC/1.0", "AIGC") => Aigc,
        ("http://purl.org/dc/terms", "provenance") => Provenance,
        _ => null,
    };
}
