using Microsoft.DurableTask;

namespace VideoGate.Cases.Orchestration;

/// <summary>Waits for an external event, at most until a time.</summary>
internal static class EventOrTimer
{
    /// <remarks>
    /// The loser is cancelled: a waiter that stays would consume a later event. Not by <c>CancelAsync</c>, which leaves the replay's
    /// thread.
    /// </remarks>
    public static async Task WaitAsync(TaskOrchestrationContext context, string name, DateTime until)
    {
        using var loser = new CancellationTokenSource();
        var raised = context.WaitForExternalEvent<object?>(name, loser.Token);
        var timer = context.CreateTimer(until, loser.Token);
        await Task.WhenAny(raised, timer);
        loser.Cancel();
    }
}
