using AiLabels.C2pa.Cbor;

namespace AiLabels.C2pa.Manifests;

/// <summary>
/// Properties as JSON-LD (C2PA 2.2, section 18.16): <c>c2pa.metadata</c>, and IPTC, CAWG and schema.org assertions of the same form, in
/// JSON or in CBOR.
/// </summary>
internal static class MetadataAssertion
{
    /// <summary>Returns the properties of the media: those at the top level, in a top-level array, or in <c>@graph</c>.</summary>
    public static IEnumerable<MetadataProperty> Read(CborNode root)
    {
        var context = JsonLdContext.Read(root);
        foreach (var node in Nodes(root))
        {
            foreach (var (key, value) in node.Fields)
            {
                if (key.Text is { } name && !name.StartsWith('@'))
                {
                    yield return MetadataProperty.Read(name, value, context);
                }
            }
        }
    }

    private static IEnumerable<CborNode> Nodes(CborNode root) =>
        root.IsArray ? root.Items.SelectMany(Nodes)
        : root["@graph"] is { } graph ? graph.Items.SelectMany(Nodes).Append(root)
        : [root];
}
