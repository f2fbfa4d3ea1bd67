using System.Text;

namespace AiLabels.Pixels.Frames;

/// <summary>A decoder's error message, safe to display.</summary>
internal static class DecoderMessage
{
    private const int MaxLength = 200;

    /// <param name="url">Address of the video, which is replaced by a name.</param>
    /// <returns>The last line, without control characters.</returns>
    public static string Of(string errors, string? url = null)
    {
        var line = errors[(errors.LastIndexOf('\n') + 1)..];
        line = url is null ? line : line.Replace(url, "video", StringComparison.Ordinal);
        var text = new StringBuilder(MaxLength);
        foreach (var rune in line.EnumerateRunes().Take(MaxLength))
        {
            text.Append(Rune.IsControl(rune) ? "?" : rune.ToString());
        }

        return text.ToString();
    }
}
