using System.Security.Cryptography;
using System.Text;

namespace VideoGate.Cases;

/// <summary>Identifies a case, and its orchestration: one for each version of each uploaded blob.</summary>
public static class CaseId
{
    /// <summary>
    /// The first 26 characters of lower-case base32(SHA-256(<c>container/name</c> + ETag)): the same event always names the same case.
    /// </summary>
    /// <param name="etag">With or without its quotes.</param>
    public static string For(string container, string name, string etag)
    {
        ArgumentNullException.ThrowIfNull(etag);
        return Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{container}/{name}{etag.Trim('"')}")));
    }

    /// <summary>Whether untrusted text has the shape of a case id.</summary>
    public static bool IsValid(string? text) => Base32.IsValid(text);
}
