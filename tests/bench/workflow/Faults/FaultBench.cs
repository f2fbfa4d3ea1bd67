using System.Diagnostics;
using VideoGate.Testing.App;

namespace VideoGate.Bench.Workflow.Faults;

/// <summary>Brings faults about one after the other while videos are uploaded, and counts what became of these.</summary>
internal static class FaultBench
{
    /// <param name="names">Faults; all if empty.</param>
    /// <returns>0 if every upload ended once, in its one correct place.</returns>
    public static async Task<int> RunAsync(string[] names)
    {
        if (!Mounts.ArePrivate && Mounts.Allowed)
        {
            return await Mounts.RunAgainAsync(["faults", .. names]);
        }

        // Created while the programs are there.
        _ = (Videos.Clean, Videos.Labelled);
        Console.WriteLine("| fault | uploads | lost | double | wrong | hung | seconds |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var isGood = true;
        foreach (var fault in FaultCatalog.All.Where(fault => names.Length == 0 || names.Contains(fault.Name)))
        {
            var began = Stopwatch.GetTimestamp();
            var outcome = await RunAsync(fault);
            isGood &= outcome.IsGood;
            Console.WriteLine(
                $"| {fault.Name}: {fault.What} | {outcome.Uploads} | {outcome.Lost} | {outcome.Double} | {outcome.Wrong} | {outcome.Hung} "
                + $"| {Stopwatch.GetElapsedTime(began).TotalSeconds:f0} |");
        }

        return isGood ? 0 : 1;
    }

    private static async Task<FaultOutcome> RunAsync(Fault fault)
    {
        await using var gate = await RunningGate.PrepareAsync(keepsOrchestrations: true);
        try
        {
            await fault.PrepareAsync(gate);
            await gate.App.StartAsync();
            return await FaultOutcome.OfAsync(gate, await fault.RunAsync(gate), fault.IsBlind);
        }
        finally
        {
            await fault.EndAsync();
        }
    }
}
