using System.Text;

namespace AiLabels.Pixels.Frames;

/// <summary>What a decoder said, fit to be shown.</summary>
internal static class DecoderMessage
{
    private const int MaxLength = 200;

    /// <summary>The last line, without control characters and without the address of the video.</summary>
    public static string Of(string errors, string url)
    {
        var line = errors[(errors.LastIndexOf('\n') + 1)..].Replace(url, "video", StringComparison.Ordinal);
        var text = new StringBuilder(MaxLength);
        foreach (var rune in line.EnumerateRunes().Take(MaxLength))
        {
            text.Append(Rune.IsControl(rune) ? "?" : rune.ToString());
        }

        return text.ToString();
    }
}
