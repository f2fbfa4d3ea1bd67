using System.Text;

namespace VideoGate.Local.Samples;

/// <summary>Tells videos from other files by their first bytes, and by their extension where those say nothing.</summary>
internal static class VideoFormat
{
    private const int HeadLength = 4096;
    private const int PacketLength = 188;
    private const byte PacketStart = 0x47;

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".flv", ".f4v", ".wmv", ".asf", ".ts", ".m2ts", ".mts", ".mpg", ".mpeg", ".3gp",
    };

    // ISO base media: the type of the first box, after its length.
    private static readonly string[] FirstBoxes = ["ftyp", "moov", "mdat", "wide", "free", "skip", "styp"];

    /// <summary>Whether the name says video.</summary>
    public static bool HasExtension(string path) => Extensions.Contains(Path.GetExtension(path));

    /// <returns>Why the file is no video, or null if it may be one. A broken video is one: the app must judge it.</returns>
    public static string? GetError(string path)
    {
        byte[] head;
        try
        {
            head = ReadHead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"it cannot be read ({exception.Message})";
        }

        return head switch
        {
            [] => "the file is empty",
            _ when IsVideo(head) => null,
            _ when IsText(head) => "it is a text file",
            _ when HasExtension(path) => null,
            _ => "its first bytes are of no video format known here",
        };
    }

    private static byte[] ReadHead(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[HeadLength];
        return head[..file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
    }

    private static bool IsVideo(ReadOnlySpan<byte> head) =>
        (head.Length >= 8 && FirstBoxes.Contains(Encoding.Latin1.GetString(head[4..8])))
        || head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) // Matroska, WebM
        || (head.StartsWith("RIFF"u8) && head.Length >= 11 && head[8..].StartsWith("AVI"u8))
        || head.StartsWith("FLV"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0x30, 0x26, 0xB2, 0x75]) // ASF, WMV
        || head.StartsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0x01, 0xBA]) // MPEG program stream
        || HasPackets(head, start: 0, PacketLength)
        || HasPackets(head, start: 4, PacketLength + 4); // MPEG-TS with time codes, as cameras write it

    private static bool HasPackets(ReadOnlySpan<byte> head, int start, int length)
    {
        for (var packet = 0; packet < 3; packet++)
        {
            var at = start + (packet * length);
            if (at >= head.Length || head[at] != PacketStart)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true; // UTF-16 with its byte order mark
        }

        foreach (var character in head)
        {
            if (character < ' ' && character is not ((byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r'))
            {
                return false;
            }
        }

        // The last character may be cut in two: UTF-8 has at most three bytes after the first.
        for (var cut = 0; cut < 4 && cut < head.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(head[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}
