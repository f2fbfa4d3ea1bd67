using System.Diagnostics;
using AiLabels;
using AiLabels.Pixels.Burning;
using AiLabels.Reading;
using AiLabels.Reports;

namespace VideoGate.Bench.Frames;

/// <summary>Cost of overlaying a label on a video, which is re-encoded.</summary>
internal static class Burning
{
    public static async Task RunAsync(string path)
    {
        using var file = new FileByteSource(path);
        var report = await new LabelReader(new LabelReaderOptions(), TimeProvider.System).ReadAsync(file);
        var minutes = report.Container.Duration?.TotalMinutes ?? double.NaN;
        Console.WriteLine("label | CPU s (ffmpeg + own) | CPU s per min | wall s | MB read | MB written | managed MB allocated");
        foreach (var (name, order) in ((string, BurnOrder)[])[("start", new(LabelText.Chinese, TimeSpan.FromSeconds(3))),
            ("throughout", new(LabelText.Chinese, null))])
        {
            var (own, children) = Machine.Cpu();
            var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
            var burnt = await new LabelBurner(new()).BurnAsync(file, report.Container.Format, order);
            using var video = burnt.Video ?? throw new InvalidOperationException(burnt.Problem?.Message);
            var (ownAfter, childrenAfter) = Machine.Cpu();
            // The kernel does not count processes in their own namespace as children.
            var (ownCpu, childCpu) = (ownAfter - own, childrenAfter - children + burnt.Effort!.CpuTime.TotalSeconds);
            Console.WriteLine(
                $"{name} | {childCpu:f1} + {ownCpu:f1} | {(ownCpu + childCpu) / minutes:f1} | {Stopwatch.GetElapsedTime(started).TotalSeconds:f1} | "
                + $"{file.Length / 1e6:f1} | {video.Length / 1e6:f1} | {(GC.GetTotalAllocatedBytes() - allocated) / 1e6:f0}");
        }
    }
}
