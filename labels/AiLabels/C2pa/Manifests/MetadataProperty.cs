using System.Globalization;
using AiLabels.C2pa.Cbor;
using AiLabels.Iptc;

namespace AiLabels.C2pa.Manifests;

/// <summary>A property of a metadata assertion.</summary>
/// <param name="Written">Its name as written, such as <c>Iptc4xmpExt:DigitalSourceType</c>.</param>
/// <param name="Name">Its name in its namespace, such as <c>DigitalSourceType</c>.</param>
/// <param name="IsIptc">Whether the namespace is IPTC Extension, which defines what the property means.</param>
/// <param name="Values">Its values; those of arrays and of JSON-LD value objects singly.</param>
internal sealed record MetadataProperty(string Written, string Name, bool IsIptc, IReadOnlyList<string> Values)
{
    public const string SourceType = "DigitalSourceType";

    /// <summary>Google's name of the same property.</summary>
    public const string SourceFileType = "DigitalSourceFileType";

    public const string System = "AISystemUsed";
    public const string SystemVersion = "AISystemVersionUsed";
    public const string Prompt = "AIPromptInformation";
    public const string PromptWriter = "AIPromptWriterName";

    private static readonly HashSet<string> Known =
        new([SourceType, SourceFileType, System, SystemVersion, Prompt, PromptWriter], StringComparer.OrdinalIgnoreCase);

    // How JSON-LD, XMP's language alternatives and IPTC's structure of a controlled term wrap one value.
    private static readonly string[] Wrappers = ["@id", "@value", "@list", "@set", "x-default", "CvTermId", "Iptc4xmpExt:CvTermId"];

    public static MetadataProperty Read(string written, CborNode value, JsonLdContext context)
    {
        var name = LocalName(written);
        List<string> values = [.. Texts(value)];
        if (!Known.Contains(name) && !context.IsAlias(written))
        {
            return new MetadataProperty(written, name, false, values);
        }

        var iri = context.Expand(written);
        var property = new MetadataProperty(
            written, LocalName(iri), iri.StartsWith(JsonLdContext.IptcExtension, StringComparison.OrdinalIgnoreCase), values);
        return property.IsSourceType ? property with { Values = [.. values.Select(text => ExpandTerm(text, context))] } : property;
    }

    public bool IsSourceType => Is(SourceType) || Is(SourceFileType);

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A value may be a compact IRI of the document's own prefix.</summary>
    private static string ExpandTerm(string value, JsonLdContext context) =>
        DigitalSourceType.Code(value) is null && context.Expand(value) is var iri && DigitalSourceType.Code(iri) is not null ? iri : value;

    private static string LocalName(string name) => name[(name.LastIndexOfAny(['/', '#', ':']) + 1)..];

    private static IEnumerable<string> Texts(CborNode value) =>
        value.Text is { } text ? [text]
        : value.Integer is { } number ? [number.ToString(CultureInfo.InvariantCulture)]
        : value.IsArray ? value.Items.SelectMany(Texts)
        : Wrappers.Select(name => value[name]).OfType<CborNode>().SelectMany(Texts);
}
