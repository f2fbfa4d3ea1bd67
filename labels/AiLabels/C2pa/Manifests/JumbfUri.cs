namespace AiLabels.C2pa.Manifests;

/// <summary>A parsed JUMBF URI: <c>self#jumbf=/c2pa/&lt;manifest&gt;/path</c> or <c>self#jumbf=path</c> inside one manifest.</summary>
/// <param name="Manifest">Label of the manifest; null for a relative URI.</param>
/// <param name="Path">Labels of the superboxes below the manifest.</param>
internal sealed record JumbfUri(string? Manifest, IReadOnlyList<string> Path)
{
    private const string Prefix = "self#jumbf=";

    /// <summary>Returns null for a URI that does not point into the store: external resources are never fetched.</summary>
    public static JumbfUri? Parse(string url)
    {
        if (!url.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        // Some writers omit the slash that makes the URI absolute: "self#jumbf=c2pa/<manifest>/…".
        var labels = url[Prefix.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return labels is ["c2pa", var manifest, ..] ? new JumbfUri(manifest, labels[2..]) : new JumbfUri(null, labels);
    }
}
