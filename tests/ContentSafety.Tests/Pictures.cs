namespace VideoGate.Local.ContentSafety.Tests;

/// <summary>The pictures of all image tests, created in two runs of ffmpeg.</summary>
public sealed class Pictures : IAsyncLifetime
{
    private static readonly (string Name, string Source)[] Images =
    [
        .. new[] { "jpg", "png", "bmp", "gif", "tiff", "webp" }.Select(format => ($"card.{format}", Frames.Card("cyan", "white"))),
        .. new[] { "48x50", "2050x50", "8000x8000" }.Select(size => ($"{size}.png", $"color=red:size={size}")),
        ("testsrc.png", "testsrc=size=320x180"),
        ("smptebars.png", "smptebars=size=320x180"),
        ("magenta.png", "color=magenta:size=320x180"),
        ("red.png", "color=red:size=50x50"),
    ];

    private static readonly (string Category, string Severity)[] Cards =
        [("red", "black"), ("blue", "gray"), ("yellow", "white"), ("cyan", "gray")];

    // Small and badly compressed.
    private static readonly string[] Video = ["-t", "0.5", "-vf", "scale=320:180", "-pix_fmt", "yuv420p", "-crf", "40"];

    private readonly Frames _frames = new();

    public async ValueTask InitializeAsync()
    {
        await _frames.MakeAsync(
        [
            .. Images.Select(image => new FrameFile(["-f", "lavfi", "-i", image.Source], ["-frames:v", "1"], image.Name)),
            .. Cards.Select(
                card => new FrameFile(["-f", "lavfi", "-i", Frames.Card(card.Category, card.Severity)], Video, $"{card.Category}.mp4")),
        ]);
        await _frames.MakeAsync([.. Cards.Select(card =>
            new FrameFile(["-i", _frames.PathOf($"{card.Category}.mp4")], ["-frames:v", "1", "-q:v", "20"],
                $"{card.Category}-{card.Severity}.jpg"))]);
    }

    public Task<byte[]> ReadAsync(string name) => _frames.ReadAsync(name);

    public ValueTask DisposeAsync()
    {
        _frames.Dispose();
        return ValueTask.CompletedTask;
    }
}
