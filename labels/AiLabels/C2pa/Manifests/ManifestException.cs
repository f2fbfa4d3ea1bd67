namespace AiLabels.C2pa.Manifests;

/// <summary>A manifest that cannot be read. Always handled inside the reader, which reports it as a problem.</summary>
/// <param name="code">Status code of the C2PA specification.</param>
/// <param name="message">One human-readable sentence.</param>
/// <param name="inner">The decoder's exception.</param>
internal sealed class ManifestException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
