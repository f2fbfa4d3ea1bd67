using System.Text;
using System.Text.Json;
using NJsonSchema;
using VideoGate.Policies;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Policies;

/// <summary>An editor's errors by <c>policy.schema.json</c> and the app's errors at startup are the same.</summary>
public sealed class PolicySchemaTests
{
    // NJsonSchema supports "$defs" under its older name.
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(
        Encoding.UTF8.GetString(TestPolicies.Text("policy.schema.json")).Replace("$defs", "definitions", StringComparison.Ordinal)));

    public static TheoryData<string> Shipped() => [.. TestPolicies.Shipped.All.Select(policy => $"{policy.Id}.json")];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task ShippedPolicy_Schema_Accepts(string file) =>
        Assert.Empty((await Schema.Value).Validate(Encoding.UTF8.GetString(TestPolicies.Text(file))));

    [Theory]
    [InlineData("\"house\"", "\"house\"", true)]
    [InlineData("{ \"confirmed\": \"1\" }", "{}", true)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"clause\": \"art. 1\",", true)]
    [InlineData("\"id\": \"house\"", "\"$schema\": \"x\", \"id\": \"house\"", true)]
    [InlineData("\"PT2M\"", "\"P0DT0H2M30S\"", true)]
    [InlineData("{ \"origin\": [\"confirmed\"] }", "{ \"generator\": [\"Kling\"], \"problem\": [\"aigc.\"] }", true)]
    [InlineData("{ \"origin\": [\"confirmed\"] }", "{}", true)]
    [InlineData("\"house\"", "\"My house\"", false)]
    [InlineData("\"house\"", "\"-\"", false)]
    [InlineData("\"house\"", "7", false)]
    [InlineData("\"version\": \"1\",", "", false)]
    [InlineData("\"version\": \"1\"", "\"version\": \"\"", false)]
    [InlineData("\"version\": \"1\"", "\"version\": null", false)]
    [InlineData("\"id\": \"ai\",", "", false)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"clause\": \"\",", false)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"if\": {},", false)]
    [InlineData("\"origin\"", "\"orgin\"", false)]
    [InlineData("[\"confirmed\"]", "[]", false)]
    [InlineData("[\"confirmed\"]", "\"confirmed\"", false)]
    [InlineData("[\"confirmed\"]", "[\"Confirmed\"]", false)]
    [InlineData("{ \"origin\": [\"confirmed\"] }", "{ \"generator\": [\"\"] }", false)]
    [InlineData("\"quarantine\"", "\"block\"", false)]
    [InlineData("{ \"confirmed\": \"1\" }", "{ \"confirmed\": \"0\" }", false)]
    [InlineData("{ \"confirmed\": \"1\" }", "{ \"certain\": \"1\" }", false)]
    [InlineData("{ \"confirmed\": \"1\" }", "[]", false)]
    [InlineData("\"PT2M\"", "\"P\"", false)]
    [InlineData("\"PT2M\"", "\"PT\"", false)]
    [InlineData("\"PT2M\"", "\"P1M\"", false)]
    [InlineData("\"PT2M\"", "\"-PT2M\"", false)]
    [InlineData("\"PT2M\"", "\"PT2.5M\"", false)]
    [InlineData("\"keep\"", "\"publish\"", false)]
    [InlineData("\"keep\"", "\"keep\", \"fourEyes\": [\"approve\", \"reject\", \"unsafe-content\"]", true)]
    [InlineData("\"keep\"", "\"keep\", \"fourEyes\": []", false)]
    [InlineData("\"keep\"", "\"keep\", \"fourEyes\": [\"Approve\"]", false)]
    [InlineData("\"keep\"", "\"keep\", \"fourEyes\": [7]", false)]
    [InlineData("\"keep\"", "\"keep\", \"fourEyes\": \"approve\"", false)]
    [InlineData("\"keep\"", "\"keep\", \"undoWindow\": \"PT5M\", \"appealWindow\": \"P30D\"", true)]
    [InlineData("\"keep\"", "\"keep\", \"undoWindow\": \"soon\"", false)]
    [InlineData("\"keep\"", "\"keep\", \"appealWindow\": 30", false)]
    [InlineData("\"title\": \"Fine\"", "\"name\": \"Fine\"", false)]
    [InlineData("\"title\": \"Fine\"", "\"title\": \"Fine\", \"liftsNotices\": true", true)]
    [InlineData("\"title\": \"Fine\"", "\"title\": \"Fine\", \"when\": []", false)]
    [InlineData("\"title\": \"Fine\"", "\"title\": \"Fine\", \"when\": [{ \"mood\": [\"good\"] }]", false)]
    [InlineData("\"title\": \"Fine\"", "\"title\": \"Fine\", \"liftsNotices\": \"yes\"", false)]
    [InlineData("[{ \"code\": \"fine\", \"title\": \"Fine\" }]", "[]", false)]
    [InlineData(", \"reason\": \"no-ai-label\"", "", false)]
    [InlineData("\"id\": \"house\"", "\"jurisdiction\": \"US-CA\", \"status\": \"draft\", \"id\": \"house\"", true)]
    [InlineData("\"id\": \"house\"", "\"jurisdiction\": \"Europe\", \"id\": \"house\"", false)]
    [InlineData("\"id\": \"house\"", "\"status\": \"off\", \"id\": \"house\"", false)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"effectiveFrom\": \"2026-08-02\", \"effectiveUntil\": \"2027-01-01\",", true)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"effectiveFrom\": \"2026-13-02\",", false)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"effectiveFrom\": \"in August\",", false)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"grade\": \"quoted\", \"source\": \"Law\",", true)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"grade\": \"V\",", false)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"label\": { \"span\": \"start\", \"text\": \"AI\" },", true)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"label\": { \"span\": \"end\" },", false)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"disclosures\": [\"systemName\"],", true)]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"disclosures\": [\"name\"],", false)]
    [InlineData("\"then\": \"quarantine\"", "\"then\": \"record\"", true)]
    [InlineData("\"then\": \"publish\"", "\"then\": \"publishWithNotice\"", false)]
    [InlineData("\"id\": \"ai\",", """
        "id": "ai", "notice": { "kind": "is", "placement": "anywhere", "time": "throughout", "text": { "en": "AI", "zh": "AI" } },
        """, true)]
    [InlineData("\"id\": \"ai\",", """
        "id": "ai", "notice": { "kind": "is", "placement": "anywhere", "time": "throughout", "text": { "en": "AI" } },
        """, false)]
    public async Task Text_SchemaAndReader_Agree(string right, string other, bool valid)
    {
        Assert.Contains(right, PolicyTexts.Valid, StringComparison.Ordinal);
        var text = PolicyTexts.Valid.Replace(right, other, StringComparison.Ordinal);

        var bySchema = (await Schema.Value).Validate(text).Count == 0;
        var byReader = Record.Exception(() => PolicyTexts.Read(text)) is not InvalidPolicyException;

        Assert.Equal((valid, valid), (bySchema, byReader));
    }

    [Theory]
    [InlineData("\"maxCalls\": 20", "\"maxCalls\": 20, \"blocklists\": [\"ours\"]", true)]
    [InlineData("\"hate\": 4", "\"hate\": 2", true)]
    [InlineData("\"hate\": 4", "\"hate\": 3", false)]
    [InlineData("\"hate\": 4", "\"hate\": \"4\"", false)]
    [InlineData("\"hate\": 4, ", "", false)]
    [InlineData("\"hate\": 4", "\"hat\": 4", false)]
    [InlineData("\"maxCalls\": 20", "\"maxCalls\": 9", false)]
    [InlineData("\"maxCalls\": 20", "\"maxCalls\": 20.5", false)]
    [InlineData("\"maxCalls\": 20", "\"maxCalls\": 20, \"blocklists\": []", false)]
    [InlineData("\"maxCalls\": 20", "\"maxCalls\": 20, \"blocklists\": [\"\"]", false)]
    [InlineData("\"PT1H\"", "\"soon\"", false)]
    [InlineData(", \"maxWait\": \"PT1H\"", "", false)]
    public async Task Safety_SchemaAndReader_Agree(string right, string other, bool valid)
    {
        Assert.Contains(right, PolicyTexts.WithSafety, StringComparison.Ordinal);
        var text = PolicyTexts.WithSafety.Replace(right, other, StringComparison.Ordinal);

        var bySchema = (await Schema.Value).Validate(text).Count == 0;
        var byReader = Record.Exception(() => PolicyTexts.Read(text)) is not InvalidPolicyException;

        Assert.Equal((valid, valid), (bySchema, byReader));
    }

    [Fact]
    public void Condition_Schema_ListsEveryFactAndValue()
    {
        using var schema = JsonDocument.Parse(TestPolicies.Text("policy.schema.json"));
        var definitions = schema.RootElement.GetProperty("$defs");
        var facts = definitions.GetProperty("condition").GetProperty("properties").EnumerateObject().ToDictionary(
            property => property.Name,
            property => Values(definitions, property.Value.GetProperty("items")));

        Assert.Equal(Facts.All.ToDictionary(fact => fact.Name, fact => Text(fact.Values)), facts);
    }

    private static string Values(JsonElement definitions, JsonElement items)
    {
        var target = items.TryGetProperty("$ref", out var reference)
            ? definitions.GetProperty(reference.GetString()!["#/$defs/".Length..])
            : items;
        return Text(target.TryGetProperty("enum", out var values)
            ? [.. values.EnumerateArray().Select(value => value.GetString()!)]
            : null);
    }

    private static string Text(IReadOnlyList<string>? values) => values is null ? "any text" : string.Join(' ', values);
}
