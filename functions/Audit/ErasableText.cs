using System.Security.Cryptography;
using System.Text;

namespace VideoGate.Audit;

/// <summary>
/// Names and free text in audit logs, encrypted with the key of their case: a log cannot be changed, and removing the key from the case
/// erases them all. Pure but for <see cref="NewKey"/>.
/// </summary>
internal static class ErasableText
{
    private const string Prefix = "enc:";
    private const int Half = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Makes the key of a case.</summary>
    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(2 * Half));

    /// <summary>Gets the data of an event as its entry holds it.</summary>
    public static IReadOnlyDictionary<string, string> Encrypt(AuditEvent added) =>
        added.Key is { } key && AuditEventTypes.Find(added.Type) is { Erasable: { } erasable }
            ? added.Data.ToDictionary(
                datum => datum.Key,
                datum => erasable.Contains(datum.Key) ? Encrypt(key, $"{added.Id}/{datum.Key}", datum.Value) : datum.Value)
            : added.Data;

    /// <summary>Gets the texts of the entries, by what the entries hold in their place.</summary>
    /// <param name="key">The key of the case; null if it was erased.</param>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<AuditEntry> entries, string? key)
    {
        Dictionary<string, string> texts = [];
        if (key is null)
        {
            return texts;
        }

        var held = entries.SelectMany(entry => entry.Data.Values).Where(value => value.StartsWith(Prefix, StringComparison.Ordinal));
        foreach (var value in held)
        {
            if (Decrypt(key, value) is { } text)
            {
                texts[value] = text;
            }
        }

        return texts;
    }

    private static string Encrypt(string key, string context, string text)
    {
        if (text is "")
        {
            return "";
        }

        var (secret, plain) = (Convert.FromBase64String(key), Encoding.UTF8.GetBytes(text));
        // Follows from what is encrypted, and where: a repeated attempt writes the same, and no two texts share a nonce.
        var nonce = HMACSHA256.HashData(secret.AsSpan(Half), Encoding.UTF8.GetBytes($"{context}\n{text}")).AsSpan(0, NonceLength);
        var sealedText = new byte[NonceLength + plain.Length + TagLength];
        nonce.CopyTo(sealedText);
        using var cipher = new AesGcm(secret.AsSpan(0, Half), TagLength);
        cipher.Encrypt(nonce, plain, sealedText.AsSpan(NonceLength, plain.Length), sealedText.AsSpan(NonceLength + plain.Length));
        return $"{Prefix}{Convert.ToBase64String(sealedText)}";
    }

    /// <returns>The text, or null if it was not encrypted with this key.</returns>
    private static string? Decrypt(string key, string value)
    {
        try
        {
            var (secret, bytes) = (Convert.FromBase64String(key), Convert.FromBase64String(value[Prefix.Length..]));
            var plain = new byte[bytes.Length - NonceLength - TagLength];
            using var cipher = new AesGcm(secret.AsSpan(0, Half), TagLength);
            cipher.Decrypt(
                bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength, plain.Length), bytes.AsSpan(NonceLength + plain.Length), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
