using System.Text.Json;
using System.Web;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>The subscription in <c>infra/events.bicep</c>.</summary>
internal sealed record EventSubscription(JsonElement Properties)
{
    public Uri Endpoint =>
        new(Destination.GetProperty("endpointUrl").GetString()!.Replace("<appHost>", "app.example", StringComparison.Ordinal));

    /// <summary>Such as <c>Host.Functions.UploadArrived</c>.</summary>
    public string? Function => HttpUtility.ParseQueryString(Endpoint.Query)["functionName"];

    public string? SubjectPrefix => Filter.GetProperty("subjectBeginsWith").GetString();

    public string DeadLetterContainer => Properties.GetProperty("deadLetterWithResourceIdentity")
        .GetProperty("deadLetterDestination").GetProperty("properties").GetProperty("blobContainerName").GetString()!;

    public JsonElement Filter => Properties.GetProperty("filter");

    private JsonElement Destination => Properties.GetProperty("destination").GetProperty("properties");

    public static EventSubscription Of(ProvisionedFixture provisioned) =>
        new(Assert.Single(provisioned.Events.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions")).Properties);
}
