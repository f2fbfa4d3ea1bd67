using System.Globalization;
using System.Text.Json.Nodes;

namespace VideoGate.Tests.Api;

/// <summary>One operation of <c>openapi.yaml</c>.</summary>
internal sealed record Operation(string Id, string Method, string Path, JsonObject Definition)
{
    public bool IsAnonymous => Definition["security"] is JsonArray { Count: 0 };

    public bool TakesBody => Definition["requestBody"] is not null;

    public IEnumerable<int> Statuses =>
        Definition["responses"]!.AsObject().Select(response => int.Parse(response.Key, CultureInfo.InvariantCulture));

    /// <summary>The bodies that it takes and answers with when all is well, if they are JSON of a known shape.</summary>
    public IEnumerable<(string Name, JsonNode Content)> JsonBodies => Definition["responses"]!.AsObject()
        .Where(response => response.Key.StartsWith('2'))
        .Select(response => (Name: response.Key, response.Value))
        .Append(("body", Definition["requestBody"]))
        .Select(place => (place.Name, Content: place.Item2?["content"]?["application/json"]))
        .Where(place => place.Content?["schema"] is JsonObject { Count: > 0 })
        .Select(place => (place.Name, place.Content!));

    public override string ToString() => $"{Method} {Path}";
}
