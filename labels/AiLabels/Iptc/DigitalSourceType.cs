namespace AiLabels.Iptc;

/// <summary>The IPTC NewsCodes vocabulary digitalsourcetype and its C2PA extension, as far as needed to distinguish AI.</summary>
internal static class DigitalSourceType
{
    /// <summary>Problem code of a value that is not a term of the vocabulary, so its meaning is unknown.</summary>
    public const string Unknown = "iptc.digitalSourceType.unknown";

    /// <summary>Suffix of the terms that schema.org made of those of IPTC, such as <c>TrainedAlgorithmicMediaDigitalSource</c>.</summary>
    private const string SchemaOrgSuffix = "DigitalSource";

    // Without scheme and "www.", which files write, change and omit.
    private static readonly string[] Vocabularies =
        ["cv.iptc.org/newscodes/digitalsourcetype/", "iptc.org/newscodes/digitalsourcetype/", "c2pa.org/digitalsourcetype/"];

    // Prefixes of QCodes (IPTC NewsML-G2): digsrctype is the alias that IPTC registered.
    private static readonly string[] QCodes = ["digsrctype:", "digitalsourcetype:", "iptc:digitalsourcetype/"];

    private static readonly HashSet<string> Ai = new(StringComparer.OrdinalIgnoreCase)
    {
        "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic", "trainedAlgorithmicData",
    };

    private static readonly HashSet<string> NotAi = new(StringComparer.OrdinalIgnoreCase)
    {
        // Synthetic, but by formula or by hand: no evidence of a trained model.
        "algorithmicMedia", "algorithmicallyEnhanced", "composite", "compositeCapture", "computationalCapture", "dataDrivenMedia",
        "digitalArt", "digitalCapture", "digitalCreation", "humanEdits", "minorHumanEdits", "multiFrameComputationalCapture",
        "negativeFilm", "positiveFilm",
        "print", "screenCapture", "softwareImage", "virtualRecording", "empty",
    };

    /// <summary>
    /// Returns the term, as the vocabulary spells it, that a URI of either vocabulary, a QCode, a term of schema.org or a bare term names;
    /// null for other text.
    /// </summary>
    public static string? Code(string value)
    {
        var text = value.AsSpan().Trim().Trim("<>");
        if (text.IndexOfAny('?', '#') is >= 0 and var end)
        {
            text = text[..end];
        }

        text = text.TrimEnd('/');
        return Canonical(LocalName(text)) ?? (IsOfSchemaOrg(text, out var term) ? Canonical(term) : null);
    }

    /// <summary>Returns true for the codes that mean that a trained model made the media or part of it.</summary>
    public static bool IsAi(string code) => Ai.Contains(code);

    /// <summary>Returns the part after the vocabulary; the text itself if it names none.</summary>
    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> text)
    {
        var address = WithoutScheme(text);
        foreach (var vocabulary in Vocabularies)
        {
            if (address.StartsWith(vocabulary, StringComparison.OrdinalIgnoreCase))
            {
                return address[vocabulary.Length..];
            }
        }

        foreach (var prefix in QCodes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return text[prefix.Length..];
            }
        }

        return text;
    }

    private static bool IsOfSchemaOrg(ReadOnlySpan<char> text, out ReadOnlySpan<char> term)
    {
        var address = WithoutScheme(text);
        term = address.StartsWith("schema.org/", StringComparison.OrdinalIgnoreCase) ? address["schema.org/".Length..]
            : text.StartsWith("schema:", StringComparison.OrdinalIgnoreCase) ? text["schema:".Length..]
            : text;
        if (!term.EndsWith(SchemaOrgSuffix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        term = term[..^SchemaOrgSuffix.Length];
        return true;
    }

    private static ReadOnlySpan<char> WithoutScheme(ReadOnlySpan<char> text)
    {
        var address = text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? text[(scheme + 3)..] : text.TrimStart('/');
        return address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address[4..] : address;
    }

    private static string? Canonical(ReadOnlySpan<char> code) =>
        Ai.TryGetValue(code.ToString(), out var term) || NotAi.TryGetValue(code.ToString(), out term) ? term : null;
}
