using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using VideoGate.Testing;
using YamlDotNet.Serialization;

namespace VideoGate.Tests.Api;

/// <summary><c>openapi.yaml</c>, and the validation of responses against it.</summary>
internal sealed class Contract
{
    private readonly JsonObject _document;

    private Contract(JsonObject document)
    {
        _document = document;
        Operations =
        [
            .. from path in Section("paths")
               from operation in path.Value!.AsObject()
               where operation.Key is not ("parameters" or "servers")
               select new Operation(
                   (string)operation.Value!["operationId"]!, operation.Key.ToUpperInvariant(),
                   $"{Server(path.Value)}{path.Key}", operation.Value.AsObject()),
        ];
    }

    public static Contract Shipped { get; } = Parse(File.ReadAllText(Repository.Find("openapi.yaml")!));

    public IReadOnlyList<Operation> Operations { get; }

    public static Contract Parse(string yaml)
    {
        var graph = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(yaml);
        return new Contract(JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(graph))!.AsObject());
    }

    /// <summary>Every <c>$ref</c> in the document.</summary>
    public IEnumerable<string> References => ReferencesIn(_document);

    public Operation Operation(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>Validates status, headers, content type and body against the document.</summary>
    /// <returns>The differences; empty if there are none.</returns>
    public async Task<IReadOnlyList<string>> DifferencesAsync(Operation operation, HttpResponseMessage response)
    {
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (Resolve(operation.Definition["responses"]?[status]) is not { } described)
        {
            return [$"status {status} is not described"];
        }

        var headers = described["headers"]?.AsObject().Select(header => header.Key) ?? [];
        var missing = headers.Where(name => !response.Headers.Contains(name)).Select(name => $"header {name} is missing");
        return [.. missing, .. await BodyDifferencesAsync(described["content"], response.Content)];
    }

    private async Task<IEnumerable<string>> BodyDifferencesAsync(JsonNode? content, HttpContent body)
    {
        if (content is null)
        {
            return await body.ReadAsStringAsync() is "" ? [] : ["a body is not described"];
        }

        var mediaType = body.Headers.ContentType?.MediaType ?? "none";
        if (content[mediaType]?["schema"] is not { } schema)
        {
            return [$"content type {mediaType} is not described"];
        }

        var text = await body.ReadAsStringAsync();
        return mediaType.EndsWith("json", StringComparison.Ordinal)
            ? (await SchemaAsync(schema)).Validate(text).Select(error => $"body: {error}")
            : [];
    }

    /// <summary>Validates a body against one of the document's schemas.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(string schema, string body) =>
        [.. (await SchemaAsync(Resolve($"#/components/schemas/{schema}")!)).Validate(body).Select(error => $"{error}")];

    // NJsonSchema follows references within one schema document: the components become its definitions.
    private Task<JsonSchema> SchemaAsync(JsonNode schema)
    {
        var whole = new JsonObject
        {
            ["allOf"] = new JsonArray(schema.DeepClone()),
            ["definitions"] = Section("components")["schemas"]!.DeepClone(),
        };
        return JsonSchema.FromJsonAsync(whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
    }

    private JsonNode? Resolve(JsonNode? node) => node?["$ref"] is { } reference ? Resolve((string)reference!) : node;

    public JsonNode? Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode?)_document, (inside, name) => inside?[name]);

    private static IEnumerable<string> ReferencesIn(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(ReferencesIn),
        JsonObject value => value.SelectMany(member => member.Key == "$ref" ? [(string)member.Value!] : ReferencesIn(member.Value)),
        _ => [],
    };

    // Pages stand beside the API.
    private string Server(JsonNode path) => ((string)(path["servers"] ?? _document["servers"])![0]!["url"]!).TrimEnd('/');

    private JsonObject Section(string name) => _document[name]!.AsObject();
}
