using System.Globalization;
using AiLabels.Reports;
using AiLabels.Tests.Hostile;
using AiLabels.Tests.Peers;

namespace VideoGate.Bench.Labels;

/// <summary>Cost of hostile files on the first read.</summary>
internal static class HostileShapes
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(1);

    /// <returns>Number of files that took more than a second.</returns>
    public static async Task<int> RunAsync(bool withPeers)
    {
        var options =
            new LabelReaderOptions { SignerAnchors = SignatureShapes.Root.AsAnchors, TimeStampAnchors = SignatureShapes.Root.AsAnchors };
        var path = Path.Combine(Directory.CreateTempSubdirectory("hostile-").FullName, "hostile.mp4");
        var slow = 0;
        foreach (var shape in HostileShape.All)
        {
            await File.WriteAllBytesAsync(path, shape.Build());
            var (allocatedBefore, timeBefore) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
            LabelReport? report = null;
            var run = await Measured.RunAsync(async () => report = await Contender.ReportAsync(path, options));
            var (allocated, time) =
                (GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore, Environment.CpuUsage.TotalTime - timeBefore);
            var isSlow = run.Elapsed > Allowed;
            slow += isSlow ? 1 : 0;
            var peers = withPeers ? await PeersAsync(path) : "";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {shape.Name,-52}{Measured.Text(run.Elapsed),14} {Measured.Text(time),14} CPU {allocated >> 10,9:#,0} KiB allocated  {report!.Origin}{(isSlow ? "  TOO SLOW" : "")}{peers}"));
        }

        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        Console.WriteLine($"  => {slow} of {HostileShape.All.Count} took more than a second");
        return slow;
    }

    private static async Task<string> PeersAsync(string path)
    {
        var exiftool = await Contender.Program("exiftool", "-json").ReadAsync(path);
        var c2pa = C2paRs.Missing is null ? Measured.Text((await Contender.C2pa("").ReadAsync(path)).Elapsed) : "not here";
        return $"; exiftool {Measured.Text(exiftool.Elapsed)}, c2pa-rs {c2pa}";
    }
}
