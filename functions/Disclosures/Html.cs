using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace VideoGate.Disclosures;

/// <summary>Writes untrusted text into HTML. Pure.</summary>
internal static partial class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Encodes a text for an element or a quoted attribute.</summary>
    /// <remarks>Bidirectional control and invisible characters are named, not applied: they can disguise a name.</remarks>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Encoder.Encode(Unseen.Replace(
            text, found => string.Create(CultureInfo.InvariantCulture, $"⟨U+{(int)found.Value[0]:X4}⟩")));
    }

    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]")]
    private static partial Regex Unseen { get; }
}
