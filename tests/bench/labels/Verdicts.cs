using System.Globalization;
using AiLabels;
using AiLabels.Tests.Peers;

namespace Bench.Labels;

/// <summary>The time from a path to a verdict by metadata: open, read, judge, close.</summary>
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
            var programs = Contender.Programs().ToList();
            var medians = await Race.RunAsync(
                path, repeats, [Contender.OwnMetadata, Contender.OwnProcess("ailabels, metadata, process"), Contender.Extractor, .. programs, .. Validators(roots)]);
            var fastest = medians.Skip(3).Take(programs.Count).Min();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  => {fastest / medians[0]:f0} times the speed of the fastest program, {medians[2] / medians[0]:f1} times MetadataExtractor's"));
        }
    }

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
