namespace VideoGate.Webhooks;

/// <summary>One event on its way to one endpoint.</summary>
/// <param name="Id">Translate the event: <c>webhook-id</c>, the same on every attempt and for every endpoint.</param>
/// <param name="Endpoint">Key of the endpoint; its address and secrets stay out of the workflow's history.</param>
/// <param name="Body">The event, the very text that is signed and sent.</param>
public sealed record WebhookDelivery(string Id, string CaseId, string Type, string Endpoint, string Body)
{
    /// <summary>
    /// The same for the same event and endpoint, so that it is delivered by one orchestration however often it is started.
    /// </summary>
    internal string InstanceId => $"webhook-{Endpoint}-{Id}";
}

/// <summary>What came of an attempt.</summary>
/// <param name="Detail">For the log; never text of the receiver.</param>
/// <param name="RetryAfter">What the receiver asked for.</param>
/// <param name="Final">Whether another attempt is pointless.</param>
public sealed record DeliveryAnswer(bool Delivered, string Detail, TimeSpan? RetryAfter = null, bool Final = false);

/// <summary>A delivery that was given up.</summary>
public sealed record AbandonedDelivery(WebhookDelivery Delivery, int Attempts, string Detail);
