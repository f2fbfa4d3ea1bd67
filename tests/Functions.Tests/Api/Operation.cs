using System.Globalization;
using System.Text.Json.Nodes;

namespace VideoGate.Tests.Api;

/// <summary>One operation of <c>openapi.yaml</c>.</summary>
/// <param name="Path">From the root of the host.</param>
internal sealed record Operation(string Id, string Method, string Path, JsonObject Definition)
{
    public bool IsAnonymous => Definition["security"] is JsonArray { Count: 0 };

    public bool TakesBody => Definition["requestBody"] is not null;

    public IEnumerable<int> Statuses =>
        Definition["responses"]!.AsObject().Select(response => int.Parse(response.Key, CultureInfo.InvariantCulture));

    /// <summary>The bodies that it takes and answers with when all is well, if they are JSON of a known shape.</summary>
    public IEnumerable<(string Name, JsonNode Content)> JsonBodies =>
        from place in Definition["responses"]!.AsObject().Where(response => response.Key.StartsWith('2'))
            .Append(KeyValuePair.Create("body", Definition["requestBody"]))
        let content = place.Value?["content"]?["application/json"]
        where content?["schema"] is JsonObject { Count: > 0 }
        select (place.Key, content);

    public override string ToString() => $"{Method} {Path}";
}
