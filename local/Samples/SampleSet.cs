using System.Diagnostics;

namespace Local.Samples;

/// <summary>The sample videos: one for each way through the gate, three seconds each, made with ffmpeg.</summary>
internal static class SampleSet
{
    private const string Picture = "testsrc2=size=1280x720:rate=25:duration=3";
    private const string KlingLabel =
        """{"Label":"1","ContentProducer":"001191110108335469089C10100","ProduceID":"sample-1","ReservedCode1":"","ContentPropagator":"001191110108335469089C10100","PropagateID":"sample-1","ReservedCode2":""}""";
    private const string JimengLabel =
        """{"Label":"1","ContentProducer":"00119144030008867405X210000","ProduceID":"sample-2","ReservedCode1":"","ContentPropagator":"00119144030008867405X210000","PropagateID":"sample-2","ReservedCode2":""}""";
    private const string LabelOnScreen = "drawtext=text='AI-generated':fontsize=h/14:x=w-tw-40:y=h-th-40:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=12";

    /// <exception cref="InvalidOperationException">ffmpeg failed.</exception>
    public static async Task<IReadOnlyList<Sample>> CreateAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        string Path(string name) => System.IO.Path.Combine(folder, name);

        await EncodeAsync(Path("labelled.mp4"), "-vf", LabelOnScreen, "-movflags", "use_metadata_tags", "-metadata", $"AIGC={KlingLabel}");
        await EncodeAsync(Path("metadata-only.mkv"), "-metadata", $"AIGC={JimengLabel}");
        await EncodeAsync(Path("declared.mp4"));
        await EncodeAsync(Path("clean.mp4"), "-movflags", "+faststart");
        await EncodeAsync(Path("broken.mp4"));
        CutInHalf(Path("broken.mp4"));

        return
        [
            new(Path("labelled.mp4"), Expected: new("quarantined", "confirmed", "Kling")),
            new(Path("metadata-only.mkv"), Expected: new("quarantined", "confirmed", "Jimeng")),
            new(Path("declared.mp4"), Declaration: "generated", Expected: new("quarantined", "possible")),
            new(Path("clean.mp4"), Expected: new("published", "notFound")),
            new(Path("broken.mp4"), Expected: new("quarantined", "inconclusive")),
        ];
    }

    private static async Task EncodeAsync(string path, params string[] options)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", [
            "-nostdin", "-hide_banner", "-loglevel", "error", "-y", "-f", "lavfi", "-i", Picture,
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", .. options, path])
        {
            RedirectStandardError = true,
        })!;
        var error = await ffmpeg.StandardError.ReadToEndAsync();
        await ffmpeg.WaitForExitAsync();
        if (ffmpeg.ExitCode != 0)
        {
            throw new InvalidOperationException($"ffmpeg could not make {path}: {error.Trim()}");
        }
    }

    /// <summary>ffmpeg writes <c>moov</c> last, so half a file has lost the index of its media.</summary>
    private static void CutInHalf(string path)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(file.Length / 2);
    }
}
