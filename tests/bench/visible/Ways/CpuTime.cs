using System.Diagnostics;
using System.Globalization;

namespace VideoGate.Bench.Visible.Ways;

/// <summary>CPU time of this process and of its ended child processes.</summary>
internal static class CpuTime
{
    private const int FirstField = 3;
    private const int ChildrenUser = 16;
    private const int ChildrenSystem = 17;
    private const double TicksPerSecond = 100;

    public static double Seconds()
    {
        // Fields are counted from 1; the second, the name, is in parentheses and may contain spaces (proc_pid_stat(5)).
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var children = Ticks(fields, ChildrenUser) + Ticks(fields, ChildrenSystem);
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds + (children / TicksPerSecond);
    }

    private static double Ticks(string[] fields, int field) => double.Parse(fields[field - FirstField], CultureInfo.InvariantCulture);
}
