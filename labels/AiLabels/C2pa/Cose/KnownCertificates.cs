using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.C2pa.Cose;

/// <summary>
/// Caches certificates by their bytes: decoding one takes longer than verifying a signature, and a generator signs with a few.
/// </summary>
/// <remarks>
/// Cached certificates are shared between threads and read-only, so callers must not dispose of them. Each time half of the capacity is
/// refilled, entries that were not requested in the meantime are evicted.
/// </remarks>
internal sealed class KnownCertificates
{
    private const int MaxRemembered = 128;
    private const int MaxLength = 8 << 10;

    private readonly Lock _gate = new();
    private Dictionary<UInt256, X509Certificate2> _recent = [];
    private Dictionary<UInt256, X509Certificate2> _older = [];

    public static KnownCertificates Shared { get; } = new();

    /// <exception cref="CryptographicException">The bytes are not a certificate.</exception>
    public X509Certificate2 Load(ReadOnlySpan<byte> encoded)
    {
        if (encoded.Length > MaxLength)
        {
            return X509CertificateLoader.LoadCertificate(encoded);
        }

        var name = UInt256.HashOf(encoded);
        lock (_gate)
        {
            if (_recent.TryGetValue(name, out var recent))
            {
                return recent;
            }

            if (_older.TryGetValue(name, out var older))
            {
                return Remember(name, older);
            }
        }

        var certificate = X509CertificateLoader.LoadCertificate(encoded);
        lock (_gate)
        {
            return Remember(name, certificate);
        }
    }

    private X509Certificate2 Remember(UInt256 name, X509Certificate2 certificate)
    {
        if (_recent.Count == MaxRemembered)
        {
            (_older, _recent) = (_recent, []);
        }

        return _recent[name] = certificate;
    }

    /// <summary>A SHA-256 hash as a key.</summary>
    private readonly record struct UInt256(UInt128 High, UInt128 Low)
    {
        public static UInt256 HashOf(ReadOnlySpan<byte> data)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(data, hash);
            return new(MemoryMarshal.Read<UInt128>(hash), MemoryMarshal.Read<UInt128>(hash[16..]));
        }
    }
}
