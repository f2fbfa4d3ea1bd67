using System.Security.Cryptography;

namespace VideoGate.Cases.Uploads;

/// <summary>Identifies an upload that was announced through the API.</summary>
public static class UploadId
{
    public static string New() => Base32.Encode(RandomNumberGenerator.GetBytes(32));

    /// <summary>Whether untrusted text has the shape of an upload id.</summary>
    public static bool IsValid(string? text) => Base32.IsValid(text);
}
