namespace AiLabels.C2pa.Manifests;

/// <summary>A manifest that cannot be read. Never leaves the reader: it becomes a problem in the report.</summary>
/// <param name="code">Status code of the C2PA specification.</param>
/// <param name="message">One sentence for people.</param>
/// <param name="inner">What the decoder said.</param>
internal sealed class ManifestException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
