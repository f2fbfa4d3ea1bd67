using System.Globalization;
using System.Runtime.InteropServices;

namespace VideoGate.Bench.Frames;

/// <summary>The machine of a measurement.</summary>
internal static class Machine
{
    /// <summary>Unit of times in /proc, which Linux fixes at 100 per second for user space.</summary>
    private const double TicksPerSecond = 100;

    public static string Describe() =>
        $"{Environment.ProcessorCount} cores, {Model()}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, load {Load()}";

    /// <summary>CPU time of this process, and of its children that have ended, in seconds.</summary>
    public static (double Own, double Children) Cpu()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Seconds(11) + Seconds(12), Seconds(13) + Seconds(14));

        double Seconds(int field) => long.Parse(fields[field], CultureInfo.InvariantCulture) / TicksPerSecond;
    }

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static string Model() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1]
            .Trim() ?? "unknown CPU";
}
