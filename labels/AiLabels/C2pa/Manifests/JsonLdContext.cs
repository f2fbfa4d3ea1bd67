using AiLabels.C2pa.Cbor;

namespace AiLabels.C2pa.Manifests;

/// <summary>Expands the names of a JSON-LD document to IRIs (JSON-LD 1.1, section 4.1). Contexts at a URL are never fetched.</summary>
internal sealed class JsonLdContext
{
    /// <summary>Namespace of IPTC Extension, without scheme.</summary>
    public const string IptcExtension = "iptc.org/std/Iptc4xmpExt/2008-02-29/";

    /// <summary>Namespace of schema.org, without scheme.</summary>
    public const string SchemaOrg = "schema.org/";

    private const string Keyword = "@context";
    private const int MaxExpansions = 4;

    /// <summary>Maximum length of an IRI and of a name; longer ones name nothing that is read here.</summary>
    private const int MaxLength = 256;

    // Writers omit the context of the prefixes that everyone knows.
    private static readonly Dictionary<string, string> WellKnown = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Iptc4xmpExt"] = IptcExtension,
        ["iptcExt"] = IptcExtension,
        ["schema"] = SchemaOrg,
    };

    private readonly Dictionary<string, string> _terms = new(StringComparer.Ordinal);
    private string _vocabulary = "";

    public static JsonLdContext Read(CborNode root)
    {
        var context = new JsonLdContext();
        foreach (var part in Several.Of(root[Keyword]))
        {
            context.Add(part);
        }

        return context;
    }

    /// <summary>Returns the IRI of a name or of a compact IRI, without scheme; the name itself if nothing declares it.</summary>
    public string Expand(string name)
    {
        for (var i = 0; i < MaxExpansions && name.Length <= MaxLength; i++)
        {
            if (name.Contains("://", StringComparison.Ordinal))
            {
                return WithoutScheme(name);
            }

            if (_terms.TryGetValue(name, out var alias) && alias != name)
            {
                name = alias;
                continue;
            }

            var colon = name.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                return _vocabulary + name;
            }

            var prefix = name[..colon];
            if (!_terms.TryGetValue(prefix, out var expanded) && !WellKnown.TryGetValue(prefix, out expanded))
            {
                return name;
            }

            name = $"{expanded}{(expanded.EndsWith('/') || expanded.EndsWith('#') ? "" : "/")}{name[(colon + 1)..]}";
            if (WellKnown.ContainsValue(expanded))
            {
                return name;
            }
        }

        return WithoutScheme(name);
    }

    /// <summary>Returns true if the context defines a name itself.</summary>
    public bool IsAlias(string name) => _terms.ContainsKey(name);

    private void Add(CborNode part)
    {
        if (part.Text is { } address)
        {
            // Of the contexts at a URL only that of schema.org is known: its terms are all in its own namespace.
            var isSchemaOrg = WithoutScheme(address).TrimEnd('/').Equals(SchemaOrg.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
            _vocabulary = isSchemaOrg ? SchemaOrg : _vocabulary;
            return;
        }

        foreach (var (key, value) in part.Fields)
        {
            if (key.Text is not { } term || (value.Text ?? value["@id"]?.Text) is not { Length: <= MaxLength } iri)
            {
                continue;
            }

            if (term == "@vocab")
            {
                _vocabulary = WithoutScheme(iri);
            }
            else
            {
                _terms[term] = iri;
            }
        }
    }

    private static string WithoutScheme(string iri)
    {
        var scheme = iri.IndexOf("://", StringComparison.Ordinal);
        var address = scheme < 0 ? iri : iri[(scheme + 3)..];
        return address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address[4..] : address;
    }
}
