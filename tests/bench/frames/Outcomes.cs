using System.Diagnostics;
using AiLabels;
using AiLabels.Gb45438;
using AiLabels.Pixels.Burning;
using AiLabels.Reading;
using AiLabels.Reports;

namespace VideoGate.Bench.Frames;

/// <summary>
/// What each outcome costs beyond inspection and analysis, which every video has, beside plain ffmpeg that encodes the whole video with the
/// same settings; medians by CPU time.
/// </summary>
internal static class Outcomes
{
    private const int ClipSeconds = 10;

    private static readonly int[] Seconds = [10, 60, 600];
    private static readonly BurnOrder Start = new(LabelText.Chinese, TimeSpan.FromSeconds(3));

    private static readonly LabelToWrite Label = new()
    {
        Label = "1",
        ContentProducer = "001191110000MA0000000H20000",
        ProduceId = "bench",
    };

    public static async Task RunAsync(int repeats)
    {
        var folder = Directory.CreateTempSubdirectory("bench-outcomes-");
        try
        {
            Console.WriteLine($"1280x720, H.264 2 Mbit/s, 30 frames/s, a key frame every 2 s, AAC; median of {repeats}");
            Console.WriteLine("s of video | outcome | CPU s (ffmpeg + own) | wall s | MB written | CPU / plain ffmpeg | encoded");
            var clip = Path.Combine(folder.FullName, "clip.mp4");
            await FfmpegAsync(
                "-f", "lavfi", "-i", $"testsrc2=size=1280x720:rate=30:duration={ClipSeconds},noise=alls=8:allf=t", "-f", "lavfi", "-i",
                $"sine=duration={ClipSeconds}", "-c:v", "libx264", "-preset", "veryfast", "-b:v", "2M", "-g", "60", "-pix_fmt", "yuv420p",
                "-c:a", "aac", clip);
            foreach (var seconds in Seconds)
            {
                await CompareAsync(folder.FullName, clip, seconds, repeats);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(string folder, string clip, int seconds, int repeats)
    {
        var (mp4, mkv, plain) =
            (Path.Combine(folder, "video.mp4"), Path.Combine(folder, "video.mkv"), Path.Combine(folder, "plain.mp4"));
        await FfmpegAsync("-stream_loop", $"{(seconds / ClipSeconds) - 1}", "-i", clip, "-c", "copy", mp4);
        await FfmpegAsync("-i", mp4, "-c", "copy", mkv);
        var whole = await MedianAsync(repeats, async () =>
        {
            await FfmpegAsync("-threads", "2", "-i", mp4, "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-threads:v", "2", "-c:a",
                "copy", plain);
            return (new FileInfo(plain).Length, 0, "wholeVideo");
        });
        Print("plain ffmpeg, no label", whole);
        Console.WriteLine($"{seconds} | publish, publishWithNotice | 0: storage copies | | 0 | 0 | -");
        Print("label in the metadata", await MedianAsync(repeats, () => WriteAsync(mp4)));
        Print("label at the start, opening", await MedianAsync(repeats, () => BurnAsync(mp4, ContainerFormat.IsoBmff, Start)));
        Print("label at the start, all", await MedianAsync(repeats, () => BurnAsync(mkv, ContainerFormat.Matroska, Start)));
        Print("label throughout", await MedianAsync(
            repeats, () => BurnAsync(mp4, ContainerFormat.IsoBmff, Start with { Shown = null })));

        void Print(string outcome, Cost cost) => Console.WriteLine(
            $"{seconds} | {outcome} | {cost.Children:f2} + {cost.Own:f2} | {cost.Wall:f2} | {cost.Written / 1e6:f1} | "
            + $"{(cost.Children + cost.Own) / (whole.Children + whole.Own):f3} | {cost.Encoded}");
    }

    private static async Task<(long Written, double Encoder, string Encoded)> WriteAsync(string path)
    {
        using var file = new FileByteSource(path);
        return (await LabelAsync(file, path + ".out"), 0, "-");
    }

    private static async Task<(long Written, double Encoder, string Encoded)> BurnAsync(
        string path, ContainerFormat format, BurnOrder order)
    {
        using var file = new FileByteSource(path);
        var burnt = await new LabelBurner(new()).BurnAsync(file, format, order);
        using var video = burnt.Video ?? throw new InvalidOperationException(burnt.Problem?.Message);
        // The kernel does not count processes in their own namespace as children.
        return (
            await LabelAsync(video, path + ".out"), burnt.Effort!.CpuTime.TotalSeconds,
            $"{CamelCase.Name(burnt.Effort.Encoded)}, {burnt.Effort.Time.TotalSeconds:f1} s");
    }

    private static async Task<long> LabelAsync(IByteSource source, string path)
    {
        await using var output = File.Create(path);
        var outcome = await new LabelWriter(new(), TimeProvider.System).WriteAsync(source, output, Label);
        return outcome.IsWritten ? output.Length : throw new InvalidOperationException(outcome.Message);
    }

    private static async Task<Cost> MedianAsync(int repeats, Func<Task<(long Written, double Encoder, string Encoded)>> run)
    {
        List<Cost> runs = [];
        for (var i = 0; i < repeats; i++)
        {
            var ((own, children), started) = (Machine.Cpu(), Stopwatch.GetTimestamp());
            var (written, encoder, encoded) = await run();
            var (ownAfter, childrenAfter) = Machine.Cpu();
            runs.Add(new(
                ownAfter - own, childrenAfter - children + encoder, Stopwatch.GetElapsedTime(started).TotalSeconds, written, encoded));
        }

        return runs.OrderBy(static cost => cost.Own + cost.Children).ElementAt(repeats / 2);
    }

    private static async Task FfmpegAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"ffmpeg ended with exit code {process.ExitCode}.");
        }
    }

    /// <param name="Own">CPU seconds of this process.</param>
    /// <param name="Children">CPU seconds of ffmpeg.</param>
    /// <param name="Written">In bytes.</param>
    private sealed record Cost(double Own, double Children, double Wall, long Written, string Encoded);
}
