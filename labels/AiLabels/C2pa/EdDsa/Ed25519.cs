using System.Numerics;
using System.Security.Cryptography;

namespace AiLabels.C2pa.EdDsa;

/// <summary>
/// Verifies Ed25519 signatures (RFC 8032, section 5.1.7). .NET has none; only public data pass here, so nothing needs constant time.
/// </summary>
internal static class Ed25519
{
    public const int KeyLength = 32;
    public const int SignatureLength = 64;

    /// <summary>Order of the base point, L.</summary>
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", null);

    /// <summary>True when the signature is that of the key over the message. Non-canonical points and S not below L are refused.</summary>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != KeyLength || signature.Length != SignatureLength)
        {
            return false;
        }

        var s = new BigInteger(signature[32..], isUnsigned: true);
        if (s >= Order || EdwardsPoint.Decode(publicKey) is not { } key || EdwardsPoint.Decode(signature[..32]) is not { } commitment)
        {
            return false;
        }

        // [S]B = R + [k]A, checked as [S]B + [k](-A) = R.
        var k = Challenge(signature[..32], publicKey, message);
        return EdwardsPoint.Base.Multiply(s).Add(key.Negate().Multiply(k)).IsSameAs(commitment);
    }

    private static BigInteger Challenge(ReadOnlySpan<byte> commitment, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(commitment);
        hash.AppendData(publicKey);
        hash.AppendData(message);
        return new BigInteger(hash.GetHashAndReset(), isUnsigned: true) % Order;
    }
}
