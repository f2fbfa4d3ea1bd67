using System.Collections.Concurrent;
using System.Diagnostics;

namespace AiLabels.Pixels.Programs;

/// <summary>Starts processes on one thread that never ends.</summary>
/// <remarks>
/// The kernel treats the thread that forked as the parent (prctl(2), PR_SET_PDEATHSIG): a pool thread that retires would kill its children.
/// </remarks>
internal static class ProgramStarter
{
    private static readonly BlockingCollection<Action> Starts = [];

    static ProgramStarter() => new Thread(Run) { IsBackground = true, Name = nameof(ProgramStarter) }.Start();

    public static Task<Process> StartAsync(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(info)!);
            }
#pragma warning disable CA1031 // Whoever waits for the start gets the exception, whatever it is; this thread goes on.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                started.SetException(failure);
            }
        });
        return started.Task;
    }

    private static void Run()
    {
        foreach (var start in Starts.GetConsumingEnumerable())
        {
            start();
        }
    }
}
