using VideoGate.Testing.App;

namespace VideoGate.Tests.EndToEnd.Maintenance;

/// <summary>Runs timers by hand and waits for their final log lines.</summary>
internal static class TimerRuns
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(10);

    /// <returns>The final log line of a run of the function.</returns>
    public static async Task<string> RunAsync(this RunningGate gate, string function, string ending)
    {
        var before = await LinesAsync(gate, ending);
        await gate.App.RunTimerAsync(function);
        var (clock, began) = (TimeProvider.System, TimeProvider.System.GetTimestamp());
        while (clock.GetElapsedTime(began) < MaxWait)
        {
            if (await LinesAsync(gate, ending) is { Count: var count } lines && count > before.Count)
            {
                return lines[^1].Trim();
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"'{function}' did not end. The app's log: {await File.ReadAllTextAsync(gate.App.Log)}");
    }

    public static Task<string> ReconcileAsync(this RunningGate gate) => gate.RunAsync("Reconcile", "Reconciliation: ");

    private static async Task<List<string>> LinesAsync(RunningGate gate, string part) =>
        [.. (await File.ReadAllLinesAsync(gate.App.Log)).Where(line => line.Contains(part, StringComparison.Ordinal))];
}
