using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Webhooks;

namespace VideoGate.Erasures;

/// <summary>The histories of a case's orchestrations and webhook deliveries: their inputs have the name of the upload.</summary>
public sealed class CaseHistories(IOptions<WebhookOptions> webhooks)
{
    /// <returns>Number of purged histories, or null if one of them has not ended; then none is purged.</returns>
    internal async Task<int?> PurgeAsync(
        DurableTaskClient client, ModerationCase erased, AuditTrail trail, CancellationToken cancellationToken)
    {
        List<string> ended = [];
        foreach (var instanceId in InstanceIds(erased, trail))
        {
            switch (await client.GetInstanceAsync(instanceId, cancellationToken))
            {
                case null:
                    break;
                case { IsCompleted: false }:
                    return null;
                default:
                    ended.Add(instanceId);
                    break;
            }
        }

        foreach (var instanceId in ended)
        {
            await client.PurgeInstanceAsync(instanceId, cancellationToken);
        }

        return ended.Count;
    }

    private IEnumerable<string> InstanceIds(ModerationCase erased, AuditTrail trail) =>
    [
        CaseOrchestration.IdOf(erased.CaseId),
        .. Enumerable.Range(2, (erased.Review?.Round ?? 1) - 1).Select(round => CaseOrchestration.IdOf(erased.CaseId, round)),
        .. from entry in trail.Entries
           where AuditEventTypes.Find(entry.Type)?.PublishedAs is not null
           from endpoint in webhooks.Value.Endpoints
           select WebhookDelivery.InstanceIdOf(endpoint.Key, CaseEventFactory.Id(erased.CaseId, entry.Id)),
    ];
}
