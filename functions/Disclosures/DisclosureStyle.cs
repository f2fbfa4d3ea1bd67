using System.Security.Cryptography;
using System.Text;

namespace VideoGate.Disclosures;

/// <summary>The style sheet, inlined in the page and admitted by its hash, so that one request loads everything.</summary>
internal static class DisclosureStyle
{
    public static string Text { get; } = Read();

    /// <summary>Source expression of the content security policy.</summary>
    public static string Source { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    private static string Read()
    {
        using var file = typeof(DisclosureStyle).Assembly.GetManifestResourceStream("disclosure.css")
            ?? throw new InvalidOperationException("disclosure.css is not part of the app.");
        // Browsers normalize line ends before they hash.
        return new StreamReader(file).ReadToEnd().ReplaceLineEndings("\n");
    }
}
