using System.Text;
using VideoGate.Moderation;
using VideoGate.Testing.App;

namespace VideoGate.Tests.Moderation;

public sealed class NoVideoTests
{
    public static TheoryData<string, byte[]> Others => new()
    {
        { "nothing", [] },
        { "text", "dear reader"u8.ToArray() },
        { "Chinese text", Encoding.UTF8.GetBytes("亲爱的读者") },
        { "text in another encoding", Encoding.Latin1.GetBytes("Grüße aus Köln") },
        { "UTF-16", [0xFF, 0xFE, (byte)'a', 0] },
        { "web page", "<!doctype html><title>a</title>"u8.ToArray() },
        { "JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] },
        { "PNG", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0] },
        { "GIF", "GIF89a\u0001\0"u8.ToArray() },
        { "WebP", "RIFF\0\0\0\0WEBPVP8 "u8.ToArray() },
        { "HEIC", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic"u8.ToArray() },
        { "ZIP", "PK\u0003\u0004\u0014\0"u8.ToArray() },
        { "PDF", "%PDF-1.7\n\0"u8.ToArray() },
        { "sound", "RIFF\0\0\0\0WAVEfmt "u8.ToArray() },
    };

    public static TheoryData<string, byte[]> MayBeVideos => new()
    {
        { "MP4", "\0\0\0\u0018ftypisom\0\0\0\0isom"u8.ToArray() },
        { "Matroska", [0x1A, 0x45, 0xDF, 0xA3, 1] },
        { "AVI", "RIFF\0\0\0\0AVI LIST"u8.ToArray() },
        { "MPEG program stream, which no reader knows", [0, 0, 1, 0xBA, 0x44, 0] },
        { "unknown bytes", [1, 2, 3, 4, 5, 6, 7, 8] },
        { "image sequence", "\0\0\0\u0018ftypavis\0\0\0\0avis"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Is_FileOfAnotherKind_IsNoVideo(string what, byte[] content) => Assert.True(NoVideo.Is(content, content.Length), what);

    [Theory]
    [MemberData(nameof(MayBeVideos))]
    public void Is_WhatMayBeAVideo_GoesOn(string what, byte[] content) => Assert.False(NoVideo.Is(content, content.Length), what);

    [Fact]
    public void Is_RealVideos_GoOn()
    {
        foreach (var video in new[] { Videos.Clean, Videos.TransportStream, Videos.Broken })
        {
            Assert.False(NoVideo.Is(video.ToMemory().Span, video.ToMemory().Length));
        }
    }
}
