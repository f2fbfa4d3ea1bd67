using System.Text;
using Azure.Storage.Blobs.Models;

namespace VideoGate.Testing.App.Uploaders;

/// <summary>What is uploaded, under which headers, and whether it may be published.</summary>
internal sealed record Content(BinaryData Bytes, BlobHttpHeaders? Headers, bool MayBePublished)
{
    private const string Script = "<!doctype html><script>alert(document.domain)</script>";

    public static Content Clean { get; } = new(Videos.Clean, null, MayBePublished: true);

    public static Content Labelled { get; } = new(Videos.Labelled, null, MayBePublished: false);

    public static Content Junk { get; } = new(new(new byte[800]), null, MayBePublished: false);

    public static Content Html { get; } = new(BinaryData.FromString(Script), Served("text/html", null), MayBePublished: false);

    /// <summary>A video that is a page too: a player takes the start, a browser that guesses takes the end.</summary>
    public static Content Polyglot { get; } =
        new(new([.. Videos.Clean.ToArray(), .. Free(Encoding.UTF8.GetBytes(Script))]), Served("text/html", "gzip"), MayBePublished: true);

    private static BlobHttpHeaders Served(string type, string? encoding) => new() { ContentType = type, ContentEncoding = encoding };

    /// <summary>A box of MP4 that says that its content is free space.</summary>
    private static byte[] Free(byte[] text) => [0, 0, (byte)((text.Length + 8) >> 8), (byte)(text.Length + 8), .. "free"u8, .. text];
}
