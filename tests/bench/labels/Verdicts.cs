using System.Globalization;
using AiLabels.Reports;
using AiLabels.Tests.Peers;

namespace VideoGate.Bench.Labels;

/// <summary>Time from a path to a verdict by metadata: open, read, assess, close.</summary>
internal static class Verdicts
{
    public static async Task RunAsync(Inputs inputs, int repeats)
    {
        var roots = await File.ReadAllTextAsync(inputs.Root);
        foreach (var path in new[] { inputs.Labelled, inputs.Signed, inputs.Big }.Where(File.Exists))
        {
            var report = await Contender.ReportAsync(path, new LabelReaderOptions { CheckContentHash = false });
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"\nmetadata verdict: {Path.GetFileName(path)}, {report.Length:#,0} bytes, {report.BytesRead:#,0} of them read, {report.Origin}; median, times ours, peak memory"));
            await RaceAsync(path, repeats, roots);
        }
    }

    private static async Task RaceAsync(string path, int repeats, string roots)
    {
        Contender[] programs = [Contender.ExtractorProcess, .. Contender.Programs()];
        Contender[] inProcess = [Contender.OwnMetadata, Contender.Floor, Contender.Extractor];
        var medians =
            await Race.RunAsync(
                path, repeats, [.. inProcess, Contender.OwnProcess("ailabels, metadata, process"), .. programs, .. Validators(roots)]);

        var (own, floor, extractor, ownProcess) = (medians[0], medians[1], medians[2], medians[3]);
        var fastest = medians.Skip(inProcess.Length + 1).Take(programs.Length).Min();
        Print($"  => in process {fastest / own:f0} times as fast as the fastest program, {extractor / own:f1} times as fast as MetadataExtractor in its process");
        Print($"     as a program {fastest / ownProcess:f1} times as fast as the fastest of the others");
        Print($"     20 times as fast as MetadataExtractor in its process would be {Measured.Text(extractor / 20)}; opening the file and reading its head takes {Measured.Text(floor)}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<Contender> Validators(string roots)
    {
        if (C2paRs.Missing is { } why)
        {
            Console.WriteLine($"  {why}");
            return [];
        }

        return [Contender.C2pa(roots), Contender.C2paInProcess(roots)];
    }
}
