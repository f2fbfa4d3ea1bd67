using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using VideoGate.Telemetry;

namespace VideoGate.Webhooks;

/// <summary>Makes one delivery attempt.</summary>
public sealed class SendWebhook(IOptions<WebhookOptions> options, WebhookClient client, WebhookMetrics metrics)
{
    [Function(nameof(SendWebhook))]
    public async Task<DeliveryAnswer> RunAsync([ActivityTrigger] WebhookDelivery input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.CaseId is not "")
        {
            CaseTrace.Belongs(input.CaseId);
        }

        if (options.Value.Endpoints.FirstOrDefault(endpoint => endpoint.Key == input.Endpoint) is not { } endpoint)
        {
            return new(false, "The endpoint is no longer configured.", Final: true);
        }

        var answer = await client.SendAsync(endpoint, input, cancellationToken);
        metrics.Attempted(endpoint.Key, answer.Delivered);
        return answer;
    }
}
