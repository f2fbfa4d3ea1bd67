namespace AiLabels.Iptc;

/// <summary>The IPTC NewsCodes vocabulary digitalsourcetype and its C2PA extension, as far as needed to distinguish AI.</summary>
internal static class DigitalSourceType
{
    // Files use http and https, and the case of the URIs is not reliably preserved.
    private static readonly string[] Vocabularies = ["cv.iptc.org/newscodes/digitalsourcetype/", "c2pa.org/digitalsourcetype/"];

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

    /// <summary>Returns the code in a URI of either vocabulary, or in a bare code; null for other text.</summary>
    public static string? Code(string value)
    {
        var text = value.Trim().TrimEnd('/');
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return Ai.Contains(text) || NotAi.Contains(text) ? text : null;
        }

        var address = text[(scheme + 3)..];
        var vocabulary = Array.Find(Vocabularies, prefix => address.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        return vocabulary is null ? null : address[vocabulary.Length..];
    }

    /// <summary>Returns true for the codes that mean that a trained model made the media or part of it.</summary>
    public static bool IsAi(string code) => Ai.Contains(code);
}
