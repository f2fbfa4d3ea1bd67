using System.Runtime.InteropServices;

namespace AiLabels.Tests.Mutation;

/// <summary>CPU time of the calling thread, which excludes other load on the machine.</summary>
internal static class ThreadTime
{
    private const int ThreadClock = 3;

    public static TimeSpan Now => clock_gettime(ThreadClock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
        : throw new PlatformNotSupportedException("This system has no clock per thread.");

    /// <summary>POSIX.1-2008; the clock id is Linux's.</summary>
    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
