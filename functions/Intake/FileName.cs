using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace VideoGate.Intake;

/// <summary>Sanitizes a client's file name for use as the last segment of a blob name.</summary>
internal static class FileName
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 200;

    private static readonly FrozenSet<string> OtherExtensions = new[]
    {
        ".txt", ".md", ".csv", ".json", ".xml", ".html", ".htm", ".css", ".js", ".srt", ".vtt", ".ass", ".log",
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".avif", ".bmp", ".tif", ".tiff", ".svg", ".ico", ".psd",
        ".mp3", ".wav", ".flac", ".aac", ".m4a", ".opus",
        ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx",
        ".zip", ".rar", ".7z", ".gz", ".tar", ".exe", ".dll", ".apk", ".dmg", ".iso",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <returns>
    /// The last segment without control and format characters, in any script; null if the rest is empty or too long.
    /// </returns>
    /// <remarks>Format characters are removed because they can disguise a name: U+202E reverses <c>fdp.mp4</c>.</remarks>
    public static string? Safe(string name)
    {
        var segment = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(segment.Length);
        foreach (var rune in segment.EnumerateRunes())
        {
            if (IsVisible(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        // The service drops trailing dots of a path segment, and a segment of only dots would name a folder.
        var safe = kept.ToString().TrimEnd('.', ' ').TrimStart(' ');
        return safe.Trim('.', ' ').Length == 0 || safe.Length > MaxLength ? null : safe;
    }

    /// <summary>Gets whether the extension certainly belongs to another kind of file. Other names, and none, say nothing.</summary>
    public static bool NamesNoVideo(string name) => OtherExtensions.Contains(Path.GetExtension(Safe(name) ?? ""));

    // EnumerateRunes reports half of a surrogate pair as U+FFFD.
    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
