using Local.Durable.History;
using Microsoft.DurableTask;

namespace Local.Durable.Replay;

/// <summary>The orchestrator's own code while it runs, turn by turn, on its scheduler.</summary>
internal sealed class OrchestratorCode(Func<TaskOrchestrationContext, Task<object?>> orchestrator, OrchestratorScheduler scheduler)
{
    private Task<object?>? _main;

    public bool HasReturned => _main is { IsCompletedSuccessfully: true };

    public object? Result => _main!.Result;

    /// <summary>Why it ended by an exception; null when it has not.</summary>
    public Failure? Failure => _main switch
    {
        { IsFaulted: true } => Failure.From(_main.Exception.InnerException!),
        { IsCanceled: true } => Failure.From(new TaskCanceledException(_main)),
        _ => null,
    };

    public void Start(TaskOrchestrationContext context) => Task.Factory.StartNew(
        () =>
        {
            _main = RunAsync(context);
            _main.ContinueWith(ReportWhenOutside, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        },
        CancellationToken.None,
        TaskCreationOptions.None,
        scheduler);

    // An async method of its own, so that what the code throws before its first await ends in the task as well.
    private async Task<object?> RunAsync(TaskOrchestrationContext context) => await orchestrator(context);

    private void ReportWhenOutside(Task main)
    {
        // Looked at, so that it does not count as unobserved.
        _ = main.Exception;
        if (!scheduler.IsCurrent)
        {
            scheduler.Report();
        }
    }
}
