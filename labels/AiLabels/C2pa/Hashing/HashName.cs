using System.Security.Cryptography;
using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Hashing;

/// <summary>The hash algorithms of C2PA 2.2, section 13.1.</summary>
internal static class HashName
{
    /// <param name="algorithm">One that <see cref="Of"/> returned.</param>
    public static byte[] Hash(HashAlgorithmName algorithm, ReadOnlySpan<byte> data) => algorithm.Name switch
    {
        "SHA256" => SHA256.HashData(data),
        "SHA384" => SHA384.HashData(data),
        _ => SHA512.HashData(data),
    };

    /// <param name="names">From the nearest structure outwards (section 15.4.1); the first that is not null applies.</param>
    /// <exception cref="ManifestException">No structure names an algorithm, or it is not on the allowed list.</exception>
    public static HashAlgorithmName Of(params ReadOnlySpan<string?> names)
    {
        string? first = null;
        foreach (var name in names)
        {
            first ??= name;
        }

        return first switch
        {
            "sha256" => HashAlgorithmName.SHA256,
            "sha384" => HashAlgorithmName.SHA384,
            "sha512" => HashAlgorithmName.SHA512,
            null => throw new ManifestException(StatusCode.AlgorithmUnsupported, "no hash algorithm is named"),
            _ => throw new ManifestException(
                StatusCode.AlgorithmUnsupported, "the named hash algorithm is not one of sha256, sha384 and sha512"),
        };
    }
}
