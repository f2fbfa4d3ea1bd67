namespace AiLabels.C2pa.Cose;

/// <summary>Verifies Ed25519 signatures (RFC 8032, section 5.1.7) with BouncyCastle, because .NET does not support them.</summary>
internal static class Ed25519
{
    public const int KeyLength = 32;
    public const int SignatureLength = 64;

    /// <summary>
    /// Returns true if the signature over the message verifies with the key; keys and signatures of other lengths are rejected.
    /// </summary>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        publicKey.Length == KeyLength
        && signature.Length == SignatureLength
        && Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.Verify(
            signature.ToArray(), 0, publicKey.ToArray(), 0, message.ToArray(), 0, message.Length);
}
