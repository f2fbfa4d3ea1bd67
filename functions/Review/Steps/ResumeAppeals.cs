using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Cases;
using VideoGate.Review.Queue;

namespace VideoGate.Review.Steps;

/// <summary>Every ten minutes, starts orchestrations of appeals whose process ended between the appeal and the start.</summary>
public sealed class ResumeAppeals(QueueSnapshots snapshots, CaseStore cases, RoundStarter rounds)
{
    [Function(nameof(ResumeAppeals))]
    public async Task RunAsync(
        [TimerTrigger("0 */10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var queue = await snapshots.GetAsync(cancellationToken);
        foreach (var appealed in queue.Reviews.Where(review => review.Row.Appeal))
        {
            if (await cases.GetAsync(appealed.Row.CaseId, cancellationToken) is { } stored)
            {
                await rounds.StartAsync(client, stored.Case, cancellationToken);
            }
        }
    }
}
