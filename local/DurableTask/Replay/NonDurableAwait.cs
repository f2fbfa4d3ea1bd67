using Local.Durable.History;

namespace Local.Durable.Replay;

/// <summary>The orchestrator waits for something that history does not know.</summary>
internal static class NonDurableAwait
{
    public const string Message =
        "The orchestrator awaited something that is not durable (Task.Delay, Task.Run, I/O, ConfigureAwait(false), …), so it cannot be replayed. Await only "
        + "tasks of the orchestration context, and put everything else into activities.";

    public static readonly Failure Failure = new(typeof(InvalidOperationException).FullName!, Message);
}
