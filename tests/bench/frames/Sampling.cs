using System.Diagnostics;
using System.Globalization;
using AiLabels;
using AiLabels.Pixels.Frames;
using AiLabels.Reading;
using AiLabels.Reports;

namespace VideoGate.Bench.Frames;

/// <summary>One video sampled according to the plan.</summary>
/// <param name="OwnCpu">CPU seconds of this process: feed, framing, fingerprints.</param>
/// <param name="ChildCpu">CPU seconds of ffmpeg and ffprobe.</param>
internal sealed record Sampling(TimeSpan? Length, double Wall, double OwnCpu, double ChildCpu, long BytesRead, long FileLength, int Frames,
    int Distinct, string Problems)
{
    public const string Header =
        "length s | CPU s (ffmpeg + own) | CPU s per min | wall s | MB read | MB read per min | % of file | frames | distinct | problems";

    public static async Task<Sampling> RunAsync(string path)
    {
        using var file = new FileByteSource(path);
        var report = await new LabelReader(new LabelReaderOptions(), TimeProvider.System).ReadAsync(file);
        var (own, children) = Machine.Cpu();
        var started = Stopwatch.GetTimestamp();
        await using var source = await FfmpegFrameSource.OpenAsync(file, report.Container.Format, new());
        var distinct = new DistinctFrames();
        var frames = 0;
        foreach (var stretch in SamplingPlan.For(source.Duration, new()).Stretches)
        {
            await foreach (var frame in source.ReadAsync(stretch.Request))
            {
                frames++;
                distinct.Add(frame);
            }
        }

        var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var (ownAfter, childrenAfter) = Machine.Cpu();
        var problems = string.Join(' ', source.Problems.Select(problem => problem.Code));
        return new(source.Duration, wall, ownAfter - own, childrenAfter - children, source.BytesRead, file.Length, frames,
            distinct.Groups.Count, problems);
    }

    public override string ToString()
    {
        var minutes = Length?.TotalMinutes ?? double.NaN;
        var cpu = OwnCpu + ChildCpu;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Length?.TotalSeconds:0.#} | {cpu:0.00} ({ChildCpu:0.00} + {OwnCpu:0.00}) | {cpu / minutes:0.00} | {Wall:0.00} | {BytesRead / 1e6:0.00} | {BytesRead / 1e6 / minutes:0.00} | {100.0 * BytesRead / FileLength:0.0} | {Frames} | {Distinct} | {Problems}");
    }
}
