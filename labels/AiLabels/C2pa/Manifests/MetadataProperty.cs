using AiLabels.C2pa.Cbor;

namespace AiLabels.C2pa.Manifests;

/// <summary>A property of a metadata assertion.</summary>
/// <param name="Written">Its name as written, such as <c>Iptc4xmpExt:DigitalSourceType</c>.</param>
/// <param name="Name">Its name in its namespace, such as <c>DigitalSourceType</c>.</param>
/// <param name="IsIptc">Whether the namespace is IPTC Extension, which defines what the property means.</param>
/// <param name="Values">Its values; those of arrays and of JSON-LD value objects singly.</param>
internal sealed record MetadataProperty(string Written, string Name, bool IsIptc, IReadOnlyList<string> Values)
{
    private const int MaxValues = 16;

    // How JSON-LD, XMP's language alternatives and IPTC's structure of a controlled term wrap one value.
    private static readonly string[] Wrappers = ["@id", "@value", "@list", "@set", "x-default", "CvTermId", "Iptc4xmpExt:CvTermId"];

    public static MetadataProperty Read(string written, CborNode value, JsonLdContext context)
    {
        var iri = context.Expand(written);
        var isIptc = iri.StartsWith(JsonLdContext.IptcExtension, StringComparison.OrdinalIgnoreCase);
        return new MetadataProperty(written, iri[(iri.LastIndexOfAny(['/', '#', ':']) + 1)..], isIptc, [.. Texts(value).Take(MaxValues)]);
    }

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Texts(CborNode value) =>
        value.Text is { } text ? [text]
        : value.Integer is { } number ? [number.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        : value.IsArray ? value.Items.SelectMany(Texts)
        : Wrappers.Select(name => value[name]).OfType<CborNode>().SelectMany(Texts);
}
