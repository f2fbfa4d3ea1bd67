using System.Diagnostics;
using System.Globalization;
using AiLabels.Tests.Mutation;

namespace VideoGate.Bench.Labels;

/// <summary>Reads more mutants than the tests do, and reports the maximum cost.</summary>
internal static class Mutants
{
    /// <param name="count">Mutants of all specimens together.</param>
    public static void Run(int count)
    {
        var each = (count + Specimens.All.Count - 1) / Specimens.All.Count;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"\nmutants: {each:#,0} of each of {Specimens.All.Count} files; processor time of one, and the worst"));
        foreach (var specimen in Specimens.All)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var worst = MutationRun.Run(specimen, each);
            var mean = (Process.GetCurrentProcess().TotalProcessorTime - before) / each;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {specimen.Name,-16} {specimen.Original.Length,8:#,0} bytes {mean.TotalMicroseconds,8:#,0} µs; {worst.Slowest} took {Measured.Text(worst.Time)}, {worst.Largest} {worst.Allocated >> 10:#,0} KiB; {worst.Labelled:#,0} labelled"));
        }
    }
}
