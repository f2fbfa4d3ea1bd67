using System.Diagnostics;
using System.Globalization;

namespace VideoGate.Bench.Labels;

/// <summary>One run of one contender.</summary>
/// <param name="Elapsed">Wall time.</param>
/// <param name="PeakMebibytes">Largest resident set of its process, sampled each millisecond; null for code in this process.</param>
internal sealed record Measured(TimeSpan Elapsed, double? PeakMebibytes)
{
    /// <summary>Starts a program, feeds it and waits until it ends.</summary>
    public static async Task<Measured> RunAsync(ProcessStartInfo command, string input, TimeSpan limit)
    {
        command.RedirectStandardInput = command.RedirectStandardOutput = command.RedirectStandardError = true;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(command)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var peak = 0.0;
        while (!process.WaitForExit(1))
        {
            peak = Math.Max(peak, PeakMemory(process.Id));
            if (Stopwatch.GetElapsedTime(began) > limit)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(began);
        await output;
        return new Measured(elapsed, peak);
    }

    public static async Task<Measured> RunAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return new Measured(Stopwatch.GetElapsedTime(began), null);
    }

    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var ordered = times.Order().ToList();
        return ordered[ordered.Count / 2];
    }

    public static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:#,0.000} ms");

    /// <summary>0 when the process has just ended.</summary>
    private static double PeakMemory(int processId)
    {
        try
        {
            return Machine.PeakMemory(processId);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}
