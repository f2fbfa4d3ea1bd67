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

    public override string ToString() => $"{Method} {Path}";
}
