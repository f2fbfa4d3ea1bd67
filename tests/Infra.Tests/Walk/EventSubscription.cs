using System.Text.Json;
using System.Text.RegularExpressions;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>The subscription of <c>infra/events.bicep</c>.</summary>
internal sealed record EventSubscription(JsonElement Properties)
{
    /// <summary>An expression: the key comes from the vault.</summary>
    public string Endpoint => Destination.GetProperty("endpointUrl").GetString()!;

    /// <summary>Such as <c>Host.Functions.UploadArrived</c>.</summary>
    public string Function => Regex.Match(Endpoint, "functionName=([^&]+)").Groups[1].Value;

    public string? SubjectPrefix => Filter.GetProperty("subjectBeginsWith").GetString();

    public string DeadLetterContainer => Properties.GetProperty("deadLetterWithResourceIdentity")
        .GetProperty("deadLetterDestination").GetProperty("properties").GetProperty("blobContainerName").GetString()!;

    public JsonElement Filter => Properties.GetProperty("filter");

    private JsonElement Destination => Properties.GetProperty("destination").GetProperty("properties");

    public static EventSubscription Of() =>
        new(Provisioned.Of("events").Single("Microsoft.EventGrid/systemTopics/eventSubscriptions").Properties);
}
