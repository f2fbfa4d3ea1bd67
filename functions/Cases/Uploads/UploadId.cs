using System.Security.Cryptography;

namespace VideoGate.Cases.Uploads;

/// <summary>Identifies an upload created through the API.</summary>
public static class UploadId
{
    public static string New() => Base32.Encode(RandomNumberGenerator.GetBytes(32));

    /// <summary>Gets whether untrusted text has the format of an upload id.</summary>
    public static bool IsValid(string? text) => Base32.IsValid(text);
}
