using System.Collections.Concurrent;

namespace VideoGate.Local.Host.Worker;

/// <summary>
/// A thread that lives as long as this process. Linux sends the parent-death signal when the <em>thread</em> that started a child ends
/// (prctl(2), PR_SET_PDEATHSIG), and pool threads end after an idle time.
/// </summary>
internal static class EternalThread
{
    private static readonly BlockingCollection<Action> Work = [];

    static EternalThread() => new Thread(() =>
    {
        foreach (var work in Work.GetConsumingEnumerable())
        {
            work();
        }
    })
    { IsBackground = true, Name = "Starts processes" }.Start();

    /// <summary>Runs <paramref name="action"/> on the thread and waits for it.</summary>
    public static void Run(Action action)
    {
        var done = new TaskCompletionSource();
        Work.Add(() =>
        {
            try
            {
                action();
                done.SetResult();
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        done.Task.GetAwaiter().GetResult();
    }
}
