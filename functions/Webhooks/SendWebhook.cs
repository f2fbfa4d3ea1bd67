using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Serverless.Webhooks;

/// <summary>One attempt to deliver.</summary>
public sealed class SendWebhook(IOptions<WebhookOptions> options, WebhookClient client)
{
    [Function(nameof(SendWebhook))]
    public Task<DeliveryAnswer> RunAsync([ActivityTrigger] WebhookDelivery input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var endpoint = options.Value.Endpoints.FirstOrDefault(endpoint => endpoint.Key == input.Endpoint);
        return endpoint is null
            ? Task.FromResult(new DeliveryAnswer(false, "The endpoint is configured no longer.", Final: true))
            : client.SendAsync(endpoint, input, cancellationToken);
    }
}
