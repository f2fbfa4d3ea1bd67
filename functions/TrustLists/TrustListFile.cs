using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using AiLabels.Reports;

namespace VideoGate.TrustLists;

/// <summary>
/// A list as served by its source: concatenated PEM certificates of authorities, with text between them; or products in JSON.
/// </summary>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="Entries">SHA-256 of each certificate, or the id of each product.</param>
internal sealed record TrustListFile(byte[] Bytes, string Sha256, IReadOnlySet<string> Entries)
{
    private const int MaxEntryLength = 256;
    private const string Begin = "-----BEGIN ";
    private const string BeginCertificate = "-----BEGIN CERTIFICATE-----";

    /// <summary>Gets the authorities; none in a list of products.</summary>
    public TrustAnchors Anchors { get; private init; } = TrustAnchors.None;

    /// <summary>Gets the products; none in a list of authorities.</summary>
    public ConformingProducts Products { get; private init; } = ConformingProducts.None;

    /// <exception cref="TrustListRefusedException">The bytes, or a part of them, are not a valid list of that kind.</exception>
    public static TrustListFile Read(TrustListKind kind, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return kind == TrustListKind.Products
            ? new(bytes, sha256, IdsIn(text)) { Products = ReadProducts(text) }
            : new(bytes, sha256, AuthoritiesIn(text)) { Anchors = TrustAnchors.FromPem(text) };
    }

    private static HashSet<string> AuthoritiesIn(string text)
    {
        using var certificates = new Disposables(Parse(text));
        foreach (var certificate in certificates.All)
        {
            if (GetError(certificate) is { } error)
            {
                throw new TrustListRefusedException($"The certificate '{certificate.Subject}' {error}.");
            }
        }

        return certificates.All.Select(certificate => certificate.GetCertHashString(HashAlgorithmName.SHA256))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static ConformingProducts ReadProducts(string text)
    {
        try
        {
            return ConformingProducts.FromJson(text);
        }
        catch (ArgumentException exception)
        {
            throw new TrustListRefusedException("It is no list of conforming products, or names none.", exception);
        }
    }

    /// <summary>Returns the record ids; of a record without one, its text.</summary>
    private static HashSet<string> IdsIn(string text)
    {
        try
        {
            using var list = JsonDocument.Parse(text);
            return list.RootElement.EnumerateArray()
                .Select(record => record.TryGetProperty("recordId", out var id) ? id.ToString() : record.GetRawText())
                .Select(id => id[..Math.Min(id.Length, MaxEntryLength)])
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new TrustListRefusedException("It is no list of conforming products.", exception);
        }
    }

    /// <summary>Verifies that the list may replace another one of the same source: entries change one by one.</summary>
    /// <exception cref="TrustListRefusedException">
    /// Most of the previous entries are missing: the list is truncated, or a different list.
    /// </exception>
    public void MustFollow(TrustListFile last)
    {
        var kept = last.Entries.Count(Entries.Contains);
        if (kept * 2 < last.Entries.Count)
        {
            throw new TrustListRefusedException(string.Create(
                CultureInfo.InvariantCulture, $"It holds only {kept} of the {last.Entries.Count} entries in the last good list."));
        }
    }

    // Import skips truncated or corrupt blocks: counts the block headers to detect them.
    private static X509Certificate2Collection Parse(string text)
    {
        var parsed = new X509Certificate2Collection();
        try
        {
            parsed.ImportFromPem(text);
        }
        catch (CryptographicException exception)
        {
            throw new TrustListRefusedException("A certificate in it cannot be decoded.", exception);
        }

        var (blocks, certificates) = (Count(text, Begin), Count(text, BeginCertificate));
        return (parsed.Count, certificates, blocks) switch
        {
            (_, 0, _) => throw new TrustListRefusedException($"There is no {BeginCertificate} in it."),
            _ when blocks != certificates => throw new TrustListRefusedException("It contains data other than certificates."),
            _ when parsed.Count != certificates =>
                throw new TrustListRefusedException("It is truncated, or one of its certificates is damaged."),
            _ => parsed,
        };
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    // C2PA 2.2, section 14.4.1: the anchors of a list are root or subordinate certification authorities, never a signer's own
    // certificate.
    private static string? GetError(X509Certificate2 certificate)
    {
        try
        {
            return !certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority)
                ? "is not a CA certificate"
                : certificate.Extensions.OfType<X509KeyUsageExtension>().Any(
                    usage => !usage.KeyUsages.HasFlag(X509KeyUsageFlags.KeyCertSign))
                    ? "may not sign certificates"
                    : null;
        }
        catch (CryptographicException)
        {
            return "cannot be decoded";
        }
    }

    private sealed record Disposables(X509Certificate2Collection All) : IDisposable
    {
        public void Dispose()
        {
            foreach (var certificate in All)
            {
                certificate.Dispose();
            }
        }
    }
}
