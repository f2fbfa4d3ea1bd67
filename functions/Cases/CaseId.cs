using System.Security.Cryptography;
using System.Text;

namespace VideoGate.Cases;

/// <summary>Identifies a case and its orchestration: one per version of an uploaded blob.</summary>
public static class CaseId
{
    /// <summary>
    /// Gets the first 26 characters of lower-case base32(SHA-256(<c>container/name</c> + ETag)): the same event always gives the same id.
    /// </summary>
    /// <param name="etag">With or without quotes.</param>
    public static string For(string container, string name, string etag)
    {
        ArgumentNullException.ThrowIfNull(etag);
        return Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{container}/{name}{etag.Trim('"')}")));
    }

    /// <summary>Gets whether untrusted text has the format of a case id.</summary>
    public static bool IsValid(string? text) => Base32.IsValid(text);
}
