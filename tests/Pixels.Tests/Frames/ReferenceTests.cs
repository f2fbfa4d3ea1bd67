using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using AiLabels.Reports;

namespace AiLabels.Pixels.Tests.Frames;

/// <summary>
/// Files that reference other files and addresses. Plain ffmpeg follows them, which each test shows first; here nothing is opened.
/// </summary>
[SupportedOSPlatform("linux")]
[Trait("Needs", "minutes")]
public sealed class ReferenceTests : IDisposable
{
    private static readonly ContainerFormat[] Formats =
        [.. Enum.GetValues<ContainerFormat>().Where(format => format is not (ContainerFormat.Unknown or ContainerFormat.C2pa))];

    private readonly Clips _clips = new();
    private readonly TcpListener _address = new(IPAddress.Loopback, 0);
    private readonly Accesses _accesses;

    public ReferenceTests()
    {
        _accesses = new(_clips.Folder);
        _address.Start();
        File.SetUnixFileMode(_clips.Folder, (UnixFileMode)0b111_101_101);
    }

    public static TheoryData<string> Scripts => ["hls", "dash", "concat"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task OpenAsync_ScriptUnderAVideoName_OpensNothing(string kind)
    {
        var (secret, script) = (await SecretAsync(), $"http://{_address.LocalEndpoint}/segment.ts");
        var path = _clips.Write("a.mp4", Encoding.UTF8.GetBytes(Script(kind, secret, script)));
        string[] unsafely = kind == "concat" ? ["-safe", "0"] : [];
        _accesses.Forget();
        var plainWayReachedOut = await RunPlainAsync(secret, ["-protocol_whitelist", "file,http,tcp", .. unsafely, "-f", kind, "-i", path]);
        _accesses.Forget();

        foreach (var format in Formats)
        {
            var decoded = await Decoded.ReadAsync(path, format: format);

            Assert.Empty(decoded.Frames);
            Assert.Equal("undecodable", Assert.Single(decoded.Problems).Code);
            Assert.Equal(0, decoded.RefusedRequests);
        }

        Assert.True(plainWayReachedOut);
        Assert.False(await _accesses.IncludeAsync(secret));
        Assert.False(WasCalled());
    }

    [Fact]
    public async Task ReadAsync_MovieWithItsPicturesInAnotherFile_OpensNothing()
    {
        // Arrange
        var secret = await SecretAsync();
        var movie = await File.ReadAllBytesAsync(await _clips.MakeAsync("whole.mov", Clips.Clock("64x64", 1), "-c:v", "libx264"));
        var path = _clips.Write("a.mov", WithDataReference(movie, secret));
        _accesses.Forget();
        var plainWayReachedOut = await RunPlainAsync(secret, ["-f", "mov", "-enable_drefs", "1", "-use_absolute_path", "1", "-i", path]);
        _accesses.Forget();

        // Act
        var decoded = await Decoded.ReadAsync(path);

        // Assert
        Assert.True(plainWayReachedOut);
        Assert.False(await _accesses.IncludeAsync(secret));
        Assert.Equal(0, decoded.RefusedRequests);
    }

    [Fact]
    public async Task ReadAsync_MatroskaWithFontAndSubtitles_OpensNothing()
    {
        // Arrange
        var font = _clips.Write("a.ttf", new byte[1000]);
        var subtitles = _clips.Write("a.srt", "1\n00:00:00,000 --> 00:00:01,000\ntext\n"u8.ToArray());
        var video = await _clips.MakeAsync("video.mkv", Clips.Clock("64x64", 1), "-c:v", "libx264");
        var path = await _clips.RunAsync(
            "a.mkv", "-i", video, "-i", subtitles, "-c:v", "copy", "-c:s", "ass", "-attach", font, "-metadata:s:t",
                "mimetype=application/x-truetype-font");
        _accesses.Forget();

        // Act
        var decoded = await Decoded.ReadAsync(path);

        // Assert
        Assert.Equal(5, decoded.Frames.Count);
        Assert.Equal(0, decoded.RefusedRequests);
        Assert.False(await _accesses.IncludeAsync(font));
    }

    public void Dispose()
    {
        _address.Dispose();
        _accesses.Dispose();
        _clips.Dispose();
    }

    private static string Script(string kind, string file, string url) => kind switch
    {
        "hls" => $"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{url}\n#EXTINF:1,\nfile://{file}\n#EXT-X-ENDLIST\n",
        "concat" => $"ffconcat version 1.0\nfile '{file}'\nfile '{url}'\n",
        _ => $"""
            <?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT1S" profiles="urn:mpeg:dash:profile:isoff-main:2011">
            <Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>{url}</BaseURL><SegmentBase/></Representation></AdaptationSet></Period></MPD>
            """,
    };

    /// <summary>
    /// Replaces the data reference of the first track by an alias record with the path of another file (QuickTime File Format, data
    /// reference atoms).
    /// </summary>
    private static byte[] WithDataReference(byte[] movie, string path)
    {
        var alias = new byte[162];
        "alis"u8.CopyTo(alias.AsSpan(4));
        var name = Encoding.UTF8.GetBytes(path);
        byte[] tail = [0, 2, 0, (byte)name.Length, .. name, .. new byte[name.Length % 2], 0xFF, 0xFF, 0, 0];
        byte[] entry = [.. alias, .. tail, .. new byte[16]];
        BinaryPrimitives.WriteInt32BigEndian(entry, entry.Length);
        var dref = movie.AsSpan().LastIndexOf("dref"u8);
        var old = BinaryPrimitives.ReadInt32BigEndian(movie.AsSpan(dref + 12));
        byte[] changed = [.. movie[..(dref + 12)], .. entry, .. movie[(dref + 12 + old)..]];
        foreach (var box in (string[])["moov", "trak", "mdia", "minf", "dinf", "dref"])
        {
            var size = changed.AsSpan(changed.AsSpan(0, dref + 4).LastIndexOf(Encoding.ASCII.GetBytes(box)) - 4);
            BinaryPrimitives.WriteInt32BigEndian(size, BinaryPrimitives.ReadInt32BigEndian(size) + entry.Length - old);
        }

        return changed;
    }

    /// <summary>Creates a video readable by all users.</summary>
    private Task<string> SecretAsync() => _clips.MakeAsync("secret.ts", Clips.Clock("64x64", 1), "-c:v", "libx264");

    private bool WasCalled()
    {
        var called = _address.Pending();
        while (_address.Pending())
        {
            _address.AcceptTcpClient().Dispose();
        }

        return called;
    }

    /// <returns>True if it read the file or requested the address within half a minute.</returns>
    private async Task<bool> RunPlainAsync(string secret, string[] input)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "quiet", "-nostdin", .. input, "-f", "null", "-"]))!;
        var reachedOut = false;
        for (var i = 0; i < 300 && !reachedOut; i++)
        {
            await Task.Delay(100);
            reachedOut = await _accesses.IncludeAsync(secret) | WasCalled();
        }

        process.Kill();
        await process.WaitForExitAsync();
        WasCalled();
        return reachedOut;
    }
}
