using System.Security.Cryptography;

namespace AiLabels.Testing.C2pa;

/// <summary>Properties of a leaf certificate.</summary>
internal sealed record LeafOptions
{
    public AsymmetricAlgorithm Key { get; init; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string[] Purposes { get; init; } = [TestPki.EmailProtection];

    public bool IsAuthority { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    public byte[] Serial { get; init; } = [0x11, 0x22];
}
