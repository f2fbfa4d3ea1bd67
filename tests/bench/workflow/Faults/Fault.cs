using VideoGate.Testing.App;

namespace VideoGate.Bench.Workflow.Faults;

/// <summary>Something that goes wrong while videos are uploaded.</summary>
/// <param name="Name">On the command line.</param>
/// <param name="What">What goes wrong, in a few words.</param>
/// <param name="RunAsync">Uploads videos, as <see cref="Chaos.UploadAsync"/> does, while it goes wrong; returns their cases.</param>
internal sealed record Fault(string Name, string What, Func<RunningGate, Task<IReadOnlyList<string>>> RunAsync)
{
    /// <summary>Settings of the app, and what it finds when it starts.</summary>
    public Func<RunningGate, Task> PrepareAsync { get; init; } = static _ => Task.CompletedTask;

    /// <summary>Whether videos cannot be looked at: all of them end with a moderator.</summary>
    public bool IsBlind { get; init; }

    /// <summary>Ends what lasts, after the cases have been counted.</summary>
    public Func<Task> EndAsync { get; init; } = static () => Task.CompletedTask;
}
