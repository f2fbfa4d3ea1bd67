using System.Globalization;

namespace AiLabels.Pixels.Programs;

/// <summary>CPU time of a process and of those that it started, from /proc (proc(5)).</summary>
internal static class ProcessorTime
{
    /// <summary>Unit of times in /proc, which Linux fixes at 100 per second for user space.</summary>
    private const double TicksPerSecond = 100;
    private const int FirstTime = 11;
    private const int Times = 4;
    private const int MaxProcesses = 256;

    /// <returns>What is known; zero for a process that has ended and been waited for.</returns>
    public static TimeSpan Of(int process)
    {
        var ticks = 0L;
        var open = new Stack<int>([process]);
        for (var seen = 0; seen < MaxProcesses && open.TryPop(out var id); seen++)
        {
            try
            {
                var stat = File.ReadAllText($"/proc/{id}/stat");
                // Its own time and that of children that it waited for, in user and kernel mode.
                ticks += stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[FirstTime..(FirstTime + Times)]
                    .Sum(static field => long.Parse(field, CultureInfo.InvariantCulture));
                foreach (var child in File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    open.Push(int.Parse(child, CultureInfo.InvariantCulture));
                }
            }
            catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile; its time is in that of the process that waited for it.
            }
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }
}
