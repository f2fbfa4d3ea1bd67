using System.Diagnostics;
using System.Globalization;
using AiLabels.Pixels.Frames;
using AiLabels.Reading;
using AiLabels.Reports;

namespace VideoGate.Bench.Frames;

/// <summary>
/// Calls to Content Safety for an hour of video, for each sampled frame or for each distinct frame, with a test card in every tenth scene,
/// for which at least one call is required.
/// </summary>
internal static class Calls
{
    private const int Minutes = 60;
    private const int SceneSeconds = 12;

    private const string Card =
        "color=magenta:size=320x180:rate=25,format=rgb24,drawbox=x=107:w=107:h=180:color=cyan:t=fill,drawbox=x=214:w=106:h=180:color=white:t=fill";

    /// <summary>Kinds of an hour: a talk with slides, film with changing scenes, and one still picture.</summary>
    private static readonly (string Name, int Scenes, bool Moves)[] Hours =
        [("slides", 20, false), ("film", 60, true), ("one still picture", 1, false)];

    public static async Task RunAsync()
    {
        Console.WriteLine(
            "hour of | seconds | calls for every frame sampled | calls for distinct frames | scenes with a test card | frames that show it | of them asked about");
        var folder = Directory.CreateTempSubdirectory("bench-calls-");
        try
        {
            foreach (var hour in Hours)
            {
                Console.WriteLine(await MeasureAsync(folder.FullName, hour.Name, hour.Scenes, hour.Moves));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> MeasureAsync(string folder, string name, int scenes, bool moves)
    {
        var video = await MakeAsync(folder, scenes, moves);
        using var file = new FileByteSource(video);
        await using var source = await FfmpegFrameSource.OpenAsync(file, ContainerFormat.IsoBmff, new());
        var (distinct, sampled, seen, kept) = (new DistinctFrames(), 0, 0, 0);
        foreach (var request in SamplingPlan.For(source.Duration, new()).Requests)
        {
            await foreach (var frame in source.ReadAsync(request))
            {
                var (isNew, isCard) = (distinct.Add(frame), IsCard(frame));
                (sampled, seen, kept) = (sampled + 1, seen + (isCard ? 1 : 0), kept + (isNew && isCard ? 1 : 0));
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
                $"{name} | {source.Duration?.TotalSeconds:0} | {sampled} | {distinct.Groups.Count} | {Cards(scenes)} | {seen} | {kept}{(seen > 0 && kept == 0 ? " MISSED" : "")}");
    }

    /// <summary>Every tenth scene, or the last of few, is a test card of the emulator.</summary>
    private static int Cards(int scenes) => scenes < 10 ? 0 : scenes / 10;

    /// <summary>Returns true if the left third is magenta and the middle cyan, after encoding.</summary>
    private static bool IsCard(Frame frame)
    {
        var (left, middle) = (At(frame, 1), At(frame, 3));
        return left is { Cb: > 170, Cr: > 170 } && middle is { Cb: > 140, Cr: < 60 };

        static (int Cb, int Cr) At(Frame frame, int sixth)
        {
            var at = (frame.Height / 4 * (frame.Width / 2)) + (frame.Width / 2 * sixth / 6);
            return (frame.Cb.Span[at], frame.Cr.Span[at]);
        }
    }

    private static async Task<string> MakeAsync(string folder, int scenes, bool moves)
    {
        var (list, hour) = (Path.Combine(folder, "list.txt"), Path.Combine(folder, "hour.mp4"));
        var repeats = Math.Max(1, Minutes * 60 / SceneSeconds / scenes);
        await using (var writer = new StreamWriter(list))
        {
            for (var scene = 0; scene < scenes; scene++)
            {
                var isCard = Cards(scenes) > 0 && scene % 10 == 9;
                var clip = Path.Combine(folder, $"{scene}-{moves}.mp4");
                await FfmpegAsync("-f", "lavfi", "-i", isCard ? Card : Scene(scene, moves), "-t", $"{SceneSeconds}", "-c:v", "libx264",
                    "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "50", clip);
                for (var i = 0; i < repeats; i++)
                {
                    await writer.WriteLineAsync($"file '{clip}'");
                }
            }
        }

        await FfmpegAsync("-f", "concat", "-safe", "0", "-i", list, "-c", "copy", hour);
        return hour;
    }

    private static string Scene(int seed, bool moves) => string.Create(
        CultureInfo.InvariantCulture, $"gradients=size=320x180:rate=25:n=4:seed={seed + 1}:speed={(moves ? 0.03 : 0.00001)}");

    private static async Task FfmpegAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"ffmpeg ended with exit code {process.ExitCode}.");
        }
    }
}
