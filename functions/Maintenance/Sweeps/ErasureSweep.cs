using VideoGate.Erasures;
using VideoGate.Maintenance.Repairs;

namespace VideoGate.Maintenance.Sweeps;

/// <summary>Sweeps the orders to erase uploaders' data: carries out those that are confirmed, and ends those that expired.</summary>
public sealed class ErasureSweep(ErasureStore orders, UploaderEraser eraser) : ISweep
{
    public string Name => "erasures";

    public TimeSpan Every => TimeSpan.Zero;

    public async Task<SweepStep> StepAsync(string? marker, int pageSize, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (erasureIds, next) = await orders.ListOpenAsync(marker, pageSize, cancellationToken);
        foreach (var erasureId in erasureIds)
        {
            await run.ExamineAsync(
                erasureId, () => eraser.RunAsync(erasureId, pageSize, run.Client, cancellationToken), cancellationToken);
        }

        return new(erasureIds.Count, next);
    }
}
