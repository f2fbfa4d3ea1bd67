using System.Diagnostics;
using System.Globalization;
using AiLabels.Reports;

namespace VideoGate.Bench.Labels;

/// <summary>Files per second over a folder of small files.</summary>
internal static class FolderRun
{
    public static async Task RunAsync(Inputs inputs, int count, int repeats)
    {
        var paths = await inputs.MakeFolderAsync(count);
        var bytes = paths.Sum(path => new FileInfo(path).Length);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"\nfolder: {count:#,0} files of 5 containers, {bytes >> 20:#,0} MiB"));
        foreach (var threads in new[] { 1, 2 })
        {
            var times = new List<TimeSpan>();
            for (var repeat = 0; repeat < repeats; repeat++)
            {
                times.Add((await Measured.RunAsync(() => ReadAsync(paths, threads))).Elapsed);
            }

            var median = Measured.Median(times);
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture,
                    $"  ailabels, {threads} thread{(threads > 1 ? "s" : " ")} {count / median.TotalSeconds,12:#,0} files/s"));
        }

        // One process for all of them is the best case for each; a hundredth of the files suffices.
        var some = paths.Take(count / 100).ToArray();
        foreach (var (program, arguments) in new[] { ("exiftool", "-json"), ("mediainfo", "--Output=JSON") })
        {
            await RunProgramAsync(program, [arguments, .. some], some.Length);
        }

        await RunExtractorAsync(some);
    }

    private static Task ReadAsync(IReadOnlyList<string> paths, int threads) => Parallel.ForEachAsync(
        paths,
        new ParallelOptions { MaxDegreeOfParallelism = threads },
        async (path, _) => Assert.NotEqual(AiOrigin.Inconclusive, (await Contender.ReportAsync(path, new LabelReaderOptions())).Origin));

    private static async Task RunProgramAsync(string program, string[] arguments, int files)
    {
        try
        {
            var run = await Measured.RunAsync(new ProcessStartInfo(program, arguments), "", TimeSpan.FromMinutes(2));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture, $"  {program + ", 1 process",-22} {files / run.Elapsed.TotalSeconds,8:#,0} files/s"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"  {program} is not installed: not measured");
        }
    }

    private static async Task RunExtractorAsync(IReadOnlyList<string> paths)
    {
        // It reads QuickTime and AVI, and throws on Matroska and FLV.
        var readable = paths.Where(path => Path.GetExtension(path) is ".mp4" or ".mov" or ".avi").ToList();
        var run = await Measured.RunAsync(async () =>
        {
            foreach (var path in readable)
            {
                await Contender.Extractor.ReadAsync(path);
            }
        });
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"  {"MetadataExtractor",-22} {readable.Count / run.Elapsed.TotalSeconds,8:#,0} files/s (of the containers that it reads)"));
    }
}
