namespace VideoGate.Webhooks;

/// <summary>The delivery of one event to one endpoint.</summary>
/// <param name="Id">Id of the event: <c>webhook-id</c>, the same on every attempt and for every endpoint.</param>
/// <param name="CaseId">The case that it is about; empty for an event about a manifest of audit logs.</param>
/// <param name="Endpoint">Key of the endpoint; keeps its URL and secrets out of the orchestration history.</param>
/// <param name="Body">The event as signed and sent.</param>
public sealed record WebhookDelivery(string Id, string CaseId, string Type, string Endpoint, string Body)
{
    /// <summary>The same for the same event and endpoint: repeated starts deliver it by one orchestration.</summary>
    internal string InstanceId => InstanceIdOf(Endpoint, Id);

    internal static string InstanceIdOf(string endpoint, string id) => $"webhook-{endpoint}-{id}";
}

/// <summary>The result of an attempt.</summary>
/// <param name="Detail">For the log; never text from the receiver.</param>
/// <param name="RetryAfter">The delay requested by the receiver.</param>
/// <param name="Final">Whether a retry is pointless.</param>
public sealed record DeliveryAnswer(bool Delivered, string Detail, TimeSpan? RetryAfter = null, bool Final = false);

/// <summary>An abandoned delivery.</summary>
public sealed record AbandonedDelivery(WebhookDelivery Delivery, int Attempts, string Detail);
