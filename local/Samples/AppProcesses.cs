using System.Globalization;

namespace VideoGate.Local.Samples;

/// <summary>The processes of the app: host, worker and the programs that they start, all in the session that the host leads.</summary>
internal sealed class AppProcesses(int host)
{
    // USER_HZ of proc(5): 100 on every architecture that .NET runs on.
    private const double TicksPerSecond = 100;

    // Numbers of fields after the program's name, which may hold spaces.
    private const int Session = 3;
    private const int UserTime = 11;
    private const int ChildrensSystemTime = 14;

    public bool IsRunning => Directory.Exists($"/proc/{host}");

    /// <summary>The CPU time used so far, by processes that have ended too.</summary>
    public TimeSpan CpuTime => TimeSpan.FromSeconds(Directory.EnumerateDirectories("/proc", "*").Sum(TicksOf) / TicksPerSecond);

    private long TicksOf(string folder)
    {
        if (!char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        {
            return 0;
        }

        string stat;
        try
        {
            stat = File.ReadAllText(Path.Combine(folder, "stat"));
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }

        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return int.Parse(fields[Session], CultureInfo.InvariantCulture) == host
            ? fields[UserTime..(ChildrensSystemTime + 1)].Sum(field => long.Parse(field, CultureInfo.InvariantCulture))
            : 0;
    }
}
