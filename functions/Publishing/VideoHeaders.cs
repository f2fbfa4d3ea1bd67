using AiLabels.Reports;
using Azure.Storage.Blobs.Models;
using VideoGate.Playback;

namespace VideoGate.Publishing;

/// <summary>Headers under which videos are served: derived from the bytes, never from the uploader's metadata.</summary>
internal static class VideoHeaders
{
    // Short: a withdrawn video must leave caches soon.
    private const string Cached = "public, max-age=300";
    private const int MaxName = 100;

    /// <param name="format">Detected from the first bytes.</param>
    /// <param name="name">Blob name; its last segment is the suggested file name.</param>
    public static BlobHttpHeaders Of(ContainerFormat format, string name) => new()
    {
        ContentType = VideoTypes.Of(format),
        ContentDisposition = $"{(format is ContainerFormat.Unknown ? "attachment" : "inline")}; filename=\"{SafeName(name)}\"",
        CacheControl = Cached,
    };

    /// <summary>Gets the headers of a file that browsers must not show.</summary>
    public static BlobHttpHeaders Download(string contentType, string name) => new()
    {
        ContentType = contentType,
        ContentDisposition = $"attachment; filename=\"{SafeName(name)}\"",
        CacheControl = Cached,
    };

    /// <summary>Gets whether a blob has these headers and no others.</summary>
    public static bool Match(BlobProperties blob, BlobHttpHeaders headers) =>
        blob.ContentType == headers.ContentType
        && blob.ContentDisposition == headers.ContentDisposition
        && blob.CacheControl == headers.CacheControl
        && string.IsNullOrEmpty(blob.ContentEncoding)
        && string.IsNullOrEmpty(blob.ContentLanguage);

    // Header values are ASCII; quotes, semicolons and backslashes have a meaning in them.
    private static string SafeName(string name)
    {
        var segment = name[(name.LastIndexOf('/') + 1)..];
        var safe = string.Concat(segment.Select(character =>
            char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' ? character : '_'));
        return safe.Length <= MaxName ? safe : safe[^MaxName..];
    }
}
