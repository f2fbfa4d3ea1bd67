using System.Diagnostics;

namespace VideoGate.Bench.Frames;

/// <summary>The same pictures at two sizes and four lengths, with the index at the end as encoders write it; medians by CPU time.</summary>
internal static class Lengths
{
    private const int ClipSeconds = 10;

    private static readonly (string Size, string Rate)[] Sizes = [("1280x720", "2M"), ("1920x1080", "4M")];
    private static readonly int[] Seconds = [10, 60, 600, 3600];

    public static async Task RunAsync(int repeats)
    {
        var folder = Directory.CreateTempSubdirectory("bench-frames-");
        try
        {
            foreach (var (size, rate) in Sizes)
            {
                Console.WriteLine($"{size}, H.264 {rate}bit/s, 30 frames/s, a key frame every 2 s, AAC; median of {repeats}");
                Console.WriteLine(Sampling.Header);
                var clip = Path.Combine(folder.FullName, "clip.mp4");
                await FfmpegAsync(
                    "-f", "lavfi", "-i", $"testsrc2=size={size}:rate=30:duration={ClipSeconds},noise=alls=8:allf=t", "-f", "lavfi", "-i",
                        $"sine=duration={ClipSeconds}",
                    "-c:v", "libx264", "-preset", "veryfast", "-b:v", rate, "-g", "60", "-c:a", "aac", clip);
                foreach (var seconds in Seconds)
                {
                    var video = Path.Combine(folder.FullName, "video.mp4");
                    await FfmpegAsync("-stream_loop", $"{(seconds / ClipSeconds) - 1}", "-i", clip, "-c", "copy", video);
                    Console.WriteLine(await MedianAsync(video, repeats));
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Sampling> MedianAsync(string video, int repeats)
    {
        List<Sampling> runs = [];
        for (var i = 0; i < repeats; i++)
        {
            runs.Add(await Sampling.RunAsync(video));
        }

        return runs.OrderBy(run => run.OwnCpu + run.ChildCpu).ElementAt(repeats / 2);
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
}
