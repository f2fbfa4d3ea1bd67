using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Telemetry;

namespace VideoGate.Webhooks;

/// <summary>Records in the case's audit log that an event was not delivered to an endpoint.</summary>
public sealed class RecordAbandonedWebhook(CaseStore cases, AuditLog audit, WebhookMetrics metrics)
{
    [Function(nameof(RecordAbandonedWebhook))]
    public async Task RunAsync([ActivityTrigger] AbandonedDelivery input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (delivery, attempts, detail) = input;
        metrics.Abandoned(delivery.Endpoint);
        if (delivery.CaseId is "")
        {
            // About a manifest; only the log line of the delivery records it.
            return;
        }

        CaseTrace.Belongs(delivery.CaseId);
        var stored = await cases.RequireAsync(delivery.CaseId, cancellationToken);
        var abandoned = new AuditEvent(AuditEventTypes.WebhookAbandoned.Name, Actors.System, new()
        {
            ["webhookId"] = delivery.Id,
            ["event"] = delivery.Type,
            ["endpoint"] = delivery.Endpoint,
            ["attempts"] = attempts.ToString(CultureInfo.InvariantCulture),
            ["detail"] = detail,
        })
        { Id = $"webhook-abandoned {delivery.Id} {delivery.Endpoint}" };
        await audit.AppendAsync(delivery.CaseId, stored.Case.AuditHead, [abandoned], cancellationToken);
    }
}
