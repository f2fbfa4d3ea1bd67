using System.Globalization;

namespace VideoGate.Bench.Labels;

/// <summary>Contenders on one file, in turns, so that other load on the machine affects all of them.</summary>
internal static class Race
{
    /// <returns>Median times, in the order of the contenders.</returns>
    public static async Task<IReadOnlyList<TimeSpan>> RunAsync(string path, int repeats, params IReadOnlyList<Contender> contenders)
    {
        var runs = contenders.Select(_ => new List<Measured>()).ToList();
        for (var repeat = -1; repeat < repeats; repeat++)
        {
            foreach (var (contender, results) in contenders.Zip(runs))
            {
                for (var round = 0; round < contender.Rounds; round++)
                {
                    var measured = await contender.ReadAsync(path);
                    if (repeat >= 0)
                    {
                        results.Add(measured);
                    }
                }
            }
        }

        var medians = runs.Select(results => Measured.Median(results.Select(run => run.Elapsed))).ToList();
        foreach (var ((contender, results), median) in contenders.Zip(runs).Zip(medians))
        {
            var peak = results.Max(run => run.PeakMebibytes) is { } mebibytes
                ? string.Create(CultureInfo.InvariantCulture, $"{mebibytes,8:f0} MiB")
                : "           -";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {contender.Name,-42}{Measured.Text(median),16} {median / medians[0],9:f1} x {peak}   {results.Count} runs"));
        }

        return medians;
    }
}
