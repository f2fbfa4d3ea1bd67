using System.Diagnostics;
using System.Globalization;

namespace VideoGate.Local.Samples;

/// <summary>The time since the caller began, as it prints it.</summary>
internal sealed class Clock(TimeSpan elapsed)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public TimeSpan Now => elapsed + _clock.Elapsed;

    /// <summary>Prints a line as run.sh does.</summary>
    public void Say(string line) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{(int)Now.TotalSeconds,3}s] {line}"));
}
