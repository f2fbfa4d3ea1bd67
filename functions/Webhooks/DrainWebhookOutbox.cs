using System.Collections.Concurrent;
using System.Text.Json;
using DurableTask.Core.Exceptions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Telemetry;

namespace VideoGate.Webhooks;

/// <summary>Starts the deliveries of events that were appended to an audit log.</summary>
public sealed class DrainWebhookOutbox(
    WebhookOutbox outbox, AnchorEvents anchors, CaseStore cases, AuditLog audit, IOptions<WebhookOptions> options, TimeProvider time)
{
    private const int MostPerRun = 1000;
    private const int Parallelism = 8;

    // An event is announced, appended, and its case written, in this order; retries take as long as a storage outage.
    private static readonly TimeSpan UntilItsCaseIsWritten = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UntilItCannotHaveHappened = TimeSpan.FromHours(1);

    [Function(nameof(DrainWebhookOutbox))]
    public async Task RunAsync(
        [TimerTrigger("*/5 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (options.Value.Endpoints.Count == 0)
        {
            return;
        }

        var unreadable = new ConcurrentQueue<Exception>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(await outbox.ListAsync(MostPerRun, cancellationToken), parallel, async (pending, cancellation) =>
        {
            try
            {
                if (await HandOverAsync(client, pending, cancellation))
                {
                    await outbox.RemoveAsync(pending, cancellation);
                }
            }
            catch (JsonException failure)
            {
                unreadable.Enqueue(
                    new InvalidOperationException(
                        $"Event '{pending.EventId}' cannot be sent: its case '{pending.CaseId}' cannot be read.", failure));
            }
        });
        await AnnounceAnchorsAsync(client, cancellationToken);
        if (!unreadable.IsEmpty)
        {
            // The other events have been started.
            throw new AggregateException(unreadable);
        }
    }

    private async Task AnnounceAnchorsAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        foreach (var name in await anchors.ListAsync(cancellationToken))
        {
            var deliveries = await anchors.DeliveriesAsync(name, cancellationToken);
            foreach (var delivery in deliveries)
            {
                await StartAsync(client, delivery, cancellationToken);
            }

            if (deliveries is not [])
            {
                await anchors.RemoveAsync(name, cancellationToken);
            }
        }
    }

    /// <returns>Whether the event is done and can be removed.</returns>
    private async Task<bool> HandOverAsync(DurableTaskClient client, PendingEvent pending, CancellationToken cancellationToken)
    {
        var age = time.GetUtcNow() - pending.At;
        if (await cases.GetAsync(pending.CaseId, cancellationToken) is not { Case: var reported })
        {
            return age > UntilItCannotHaveHappened;
        }

        var trail = await audit.ReadAsync(pending.CaseId, reported.AuditHead, cancellationToken);
        if (trail.Entries.FirstOrDefault(entry => entry.Id == pending.EventId) is not { } entry)
        {
            return age > UntilItCannotHaveHappened;
        }

        // A receiver reads the case after the event, and must find the reported change in it. Reviews write the case first.
        var isWritten = reported.AuditHead?.Sequence >= entry.Sequence || reported.Unlogged.Any(logged => logged.Id == entry.Id);
        if (!isWritten && age < UntilItsCaseIsWritten)
        {
            return false;
        }

        using var span = CaseTrace.Join("announce", reported);
        var body = CaseEventFactory.Body(reported, entry, options.Value.Source);
        foreach (var endpoint in options.Value.Endpoints)
        {
            await StartAsync(client,
                new(CaseEventFactory.Id(entry.CaseId, entry.Id), entry.CaseId, CaseEventFactory.Type(entry), endpoint.Key, body),
                cancellationToken);
        }

        return true;
    }

    private static async Task StartAsync(DurableTaskClient client, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            var start = new StartOrchestrationOptions(delivery.InstanceId).WithDedupeStatuses(InstanceStatuses.Every);
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(DeliverWebhook), delivery, start, cancellationToken);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Already started.
        }
    }
}
