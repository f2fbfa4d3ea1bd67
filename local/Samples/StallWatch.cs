using System.Diagnostics;
using System.Globalization;

namespace VideoGate.Local.Samples;

/// <summary>
/// Detects a stall: for two minutes no stage changed, no byte was uploaded, and the app's processes used almost no CPU time. A long
/// decoding changes no stage for minutes, but uses CPU.
/// </summary>
/// <param name="cpuTime">Gets the CPU time that the app's processes have used.</param>
internal sealed class StallWatch(TimeProvider time, Func<TimeSpan> cpuTime)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    // A fifth of one processor. An idle app polls its queues and answers requests with less.
    private static readonly TimeSpan Work = Limit / 5;

    private (DateTimeOffset Time, TimeSpan CpuTime, long Changes) _moved = (time.GetUtcNow(), cpuTime(), 0);

    /// <param name="changes">Differs from the previous value if there was progress.</param>
    public bool IsStalled(long changes)
    {
        var (now, cpu) = (time.GetUtcNow(), cpuTime());
        if (changes != _moved.Changes || cpu - _moved.CpuTime >= Work)
        {
            _moved = (now, cpu, changes);
        }

        return now - _moved.Time >= Limit;
    }

    /// <summary>Returns the CPU time of the processes in the session and of their ended children (proc(5); a tick is 10 ms).</summary>
    public static TimeSpan CpuTimeOf(int leader) => TimeSpan.FromMilliseconds(10 * Process.GetProcesses().Sum(process =>
    {
        try
        {
            // After the name: state, parent, group, session; from the twelfth, user and system time, its own and its children's.
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[3] == $"{leader}" ? fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)) : 0;
        }
        catch (IOException)
        {
            return 0; // The process has just ended.
        }
    }));
}
