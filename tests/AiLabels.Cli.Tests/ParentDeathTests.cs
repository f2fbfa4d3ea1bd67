using System.Diagnostics;
using System.Globalization;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests;

/// <summary>A decoder never outlives the process that started it, even if that process is killed.</summary>
[Trait("Needs", "minutes")]
public sealed class ParentDeathTests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly Ffmpeg _ffmpeg = new();

    [Fact]
    public async Task Kill_WhileADecoderRuns_TheDecoderGoesWithIt()
    {
        using var parent = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "AiLabels.Cli.dll"), "inspect", "--pixels",
                await SlowAsync()])
        { RedirectStandardOutput = true })!;
        var decoder = 0;
        await UntilAsync(() => (decoder = DecoderOf(parent.Id)) != 0 || parent.HasExited);
        Assert.False(parent.HasExited, "The video was read before its decoder could be caught.");

        parent.Kill();

        await UntilAsync(() => !IsRunning(decoder));
    }

    public void Dispose() => _ffmpeg.Dispose();

    /// <summary>Creates a video of 8K, whose first seconds take many seconds to decode.</summary>
    private async Task<string> SlowAsync()
    {
        var few = await _ffmpeg.RunAsync("few.mp4", "-f", "lavfi", "-i", "color=black:size=7680x4320:rate=25:duration=0.08", "-c:v",
            "libx264", "-preset", "ultrafast", "-g", "1");
        return await _ffmpeg.RunAsync("slow.mp4", "-stream_loop", "1000", "-i", few, "-c", "copy");
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Timeout);
            await Task.Delay(20);
        }
    }

    /// <returns>The id of the ffmpeg process that a process started, by way of its containment; 0 if there is none.</returns>
    private static int DecoderOf(int starter) =>
        Process.GetProcessesByName("ffmpeg").Select(static process => process.Id).FirstOrDefault(id => DescendsFrom(id, starter));

    private static bool DescendsFrom(int id, int ancestor)
    {
        while (id > 1 && Stat(id) is [_, var parent, ..])
        {
            id = int.Parse(parent, CultureInfo.InvariantCulture);
            if (id == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRunning(int id) => Stat(id) is [not "Z", ..];

    /// <summary>Returns state, parent and other fields of a process; empty if it has ended (proc(5)).</summary>
    private static string[] Stat(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
