namespace AiLabels.Xmp;

/// <summary>The properties that say something about AI, by their customary prefixes.</summary>
internal static class XmpName
{
    public const string DigitalSourceType = "Iptc4xmpExt:DigitalSourceType";
    public const string Aigc = "TC260:AIGC";
    public const string Provenance = "dcterms:provenance";

    /// <summary>Null for every other property. Prefixes are the writer's choice: the namespace decides.</summary>
    public static string? Of(string namespaceUri, string localName) => (namespaceUri.TrimEnd('/'), localName) switch
    {
        ("http://iptc.org/std/Iptc4xmpExt/2008-02-29", "DigitalSourceType") => DigitalSourceType,
        ("http://www.tc260.org.cn/ns/AIGC/1.0", "AIGC") => Aigc,
        ("http://purl.org/dc/terms", "provenance") => Provenance,
        _ => null,
    };
}
