using System.Diagnostics.Metrics;

namespace VideoGate.Webhooks;

/// <summary>Meter <c>VideoGate.Webhooks</c>. Endpoints come from the settings.</summary>
public sealed class WebhookMetrics
{
    public const string Meter = "VideoGate.Webhooks";

    private const string Endpoint = "moderation.webhook.endpoint";

    private readonly Counter<long> _attempts;
    private readonly Counter<long> _abandoned;

    public WebhookMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _attempts = meter.CreateCounter<long>(
            "moderation.webhook.attempts", "{attempt}", "Attempts to deliver an event, by endpoint and by whether it was accepted.");
        _abandoned = meter.CreateCounter<long>("moderation.webhook.abandoned", "{delivery}", "Abandoned deliveries, by endpoint.");
    }

    public void Attempted(string endpoint, bool delivered) =>
        _attempts.Add(1, new(Endpoint, endpoint), new KeyValuePair<string, object?>("moderation.webhook.delivered", delivered));

    public void Abandoned(string endpoint) => _abandoned.Add(1, new KeyValuePair<string, object?>(Endpoint, endpoint));
}
