using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using NJsonSchema;
using Read = AiLabels.Testing.Inspect;

namespace AiLabels.Cli.Tests;

/// <summary><c>label-report.schema.json</c> matches the type and real reports.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<byte[]> Files =>
    [
        Mp4.FileWith(Mp4.MetaWithKeys(("AIGC", Aigc.Generated), ("encoder", "Lavf59.27.100"))),
        SignedMp4.Build(new ManifestBuilder("urn:c2pa:test")),
        SignedMp4.Build(new ManifestBuilder("urn:c2pa:test").Action("c2pa.created")
            .Assertion("cawg.metadata", new Dictionary<object, object?> { ["dc:title"] = "A fox" })),
        Jumbf.Store(new ManifestBuilder("urn:c2pa:test").Build()),
        Avi.FileWith(Avi.Header, Avi.Movi),
        Mp4.Concat(Mp4.Ftyp, Mp4.Claim(1000, "moov")),
        "no video"u8.ToArray(),
    ];

    /// <summary>
    /// After a change of the type, write the expected text into the file; increase the schema version if a field changes its meaning.
    /// </summary>
    [Fact]
    public async Task Schema_Shipped_IsThatOfTheType()
    {
        var schema = LabelJson.Default.Options.GetJsonSchemaAsNode(
            typeof(LabelReport), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = AsWritten }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Label report");

        var run = await CommandLine.RunAsync("schema");

        Assert.Equal(JsonNode.Parse(schema.ToJsonString())!.ToJsonString(Readable) + "\n", run.Output);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Report_OfRealFile_FulfilsTheSchema(byte[] file)
    {
        // Arrange
        var schema = await JsonSchema.FromJsonAsync(LabelReportSchema.Read());

        // Act
        var report = JsonSerializer.Serialize(await Read.Bytes(file), LabelJson.Default.LabelReport);

        // Assert
        Assert.Empty(schema.Validate(report));
    }

    [Theory]
    [InlineData("\"origin\":\"inconclusive\"", "\"origin\":\"human\"")]
    [InlineData("\"origin\":\"inconclusive\",", "")]
    [InlineData("\"length\":8", "\"length\":\"8\"")]
    public async Task Report_Altered_FailsTheSchema(string right, string wrong)
    {
        var schema = await JsonSchema.FromJsonAsync(LabelReportSchema.Read());
        var report = JsonSerializer.Serialize(await Read.Bytes("no video"u8.ToArray()), LabelJson.Default.LabelReport);
        Assert.Contains(right, report, StringComparison.Ordinal);

        Assert.NotEmpty(schema.Validate(report.Replace(right, wrong, StringComparison.Ordinal)));
    }

    /// <summary>Nullable members are omitted if null; all others are always present.</summary>
    private static JsonNode AsWritten(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node)
        {
            return schema;
        }

        node.Remove("$comment");
        node.Remove("default");
        if (node["properties"] is JsonObject properties)
        {
            var nullable =
                properties.Where(static property => IsNullable(property.Value)).Select(static property => property.Key).ToHashSet();
            foreach (var name in nullable)
            {
                properties[name]!["type"] = properties[name]!["type"]![0]!.DeepClone();
            }

            node["required"] =
                new JsonArray(
                    [.. properties.Select(static property => property.Key).Except(nullable).Select(static name => JsonValue.Create(name))]);
        }

        return node;
    }

    private static bool IsNullable(JsonNode? schema) =>
        schema?["type"] is JsonArray types && types.Any(static type => (string?)type == "null");
}
