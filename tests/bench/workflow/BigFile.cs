using VideoGate.Cases;
using VideoGate.Testing.App;

namespace VideoGate.Bench.Workflow;

/// <summary>A sparse MP4 of many gibibytes whose AIGC label follows the media data.</summary>
internal static class BigFile
{
    public static async Task RunAsync(int gibibytes)
    {
        await using var gate = await RunningGate.StartAsync();
        await Batch.RunAsync(gate, "warm-up", Videos.Clean, 20);
        var (caseId, storedAt) = await SparseVideo.UploadAsync(gate, "big.mp4", (long)gibibytes << 30);
        var decided = await gate.UntilAsync(caseId, moderated => moderated.Decision is not null);
        Console.WriteLine(
            $"{gibibytes} GiB: {decided.Decision!.Origin} ({decided.Labels!.Generator}), {decided.Labels.BytesRead} bytes read, "
            + $"decided {(decided.Decision.DecidedAt - storedAt).TotalSeconds:f2} s after its upload");
        var ended = await gate.UntilAsync(caseId, moderated => moderated.State is not CaseState.Inspecting, TimeSpan.FromMinutes(5));
        Console.WriteLine($"moved to {ended.Location!.Container}");
    }
}
