namespace AiLabels.C2pa.Cose;

/// <summary>The x5chain header (RFC 9360; C2PA 2.2, section 14.5): DER certificates, the signer's first.</summary>
internal static class CertificateChain
{
    private const int Label = 33;

    // Files written before the header had a registered number use its name, in the protected or unprotected header.
    private const string Name = "x5chain";

    /// <summary>Returns an empty list if the signature carries no certificate.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(CoseSign1 signature)
    {
        var header = signature.ProtectedHeader[Label] ?? signature.ProtectedHeader[Name]
            ?? signature.UnprotectedHeader[Label] ?? signature.UnprotectedHeader[Name];
        return header switch
        {
            null => [],
            { Bytes: { } single } => [single],
            _ => [.. header.Items.Select(item => item.Bytes).OfType<ReadOnlyMemory<byte>>()],
        };
    }
}
