using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Cases;

namespace VideoGate.Takedowns;

/// <summary>
/// Every two minutes, starts orchestrations of orders whose process ended between the order and the start, or that failed.
/// </summary>
public sealed class ResumeTakedowns(TakedownIndex index, CaseStore cases, TakedownStarter starter, TimeProvider time)
{
    /// <summary>Longest time between a row and its order.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    [Function(nameof(ResumeTakedowns))]
    public async Task RunAsync(
        [TimerTrigger("30 */2 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var (caseId, writtenAt) in index.ListAsync(cancellationToken))
        {
            var ordered = (await cases.GetAsync(caseId, cancellationToken))?.Case;
            if (ordered?.Takedown is { } order && TakedownSchedule.NextAt(order, now) is not null)
            {
                await starter.StartAsync(client, ordered, cancellationToken);
            }
            else if (writtenAt < now - Settled)
            {
                await index.RemoveAsync(caseId, cancellationToken);
            }
        }
    }
}
