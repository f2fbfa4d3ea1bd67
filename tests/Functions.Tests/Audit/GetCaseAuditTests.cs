using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Audit;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class GetCaseAuditTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Run_IntactLog_ShowsEntriesWhoseHashesCanBeComputedAgain()
    {
        // Arrange
        var truth = await StartAsync();
        var opened = await OpenAsync(truth.Cases, truth.Audit);

        // Act
        var (status, body) = await GetAsync(truth, opened);

        // Assert
        Assert.Equal((200, true), (status, (bool)body["chain"]!["valid"]!));
        var entry = body["entries"]![0]!.AsObject();
        Assert.Equal("2026", ((string)entry["at"]!)[..4]);
        Assert.EndsWith("Z", (string)entry["at"]!, StringComparison.Ordinal);
        var line = CanonicalJson.Object(entry.Select(member => (member.Key, Canonical(member.Value!))));
        Assert.True(AuditChain.Verify(opened, System.Text.Encoding.UTF8.GetBytes(line + "\n")).IsValid);
    }

    [Fact]
    public async Task Run_LogDeleted_SaysWhereTheChainBreaks()
    {
        // Arrange
        var truth = await StartAsync();
        var opened = await OpenAsync(truth.Cases, truth.Audit);
        await truth.Storage.Blob(new(Containers.Audit, $"{opened}.jsonl")).DeleteAsync();

        // Act
        var (status, body) = await GetAsync(truth, opened);

        // Assert
        Assert.Equal((200, false, 1, "truncated"),
            (status, (bool)body["chain"]!["valid"]!, (int)body["chain"]!["brokenAt"]!, (string)body["chain"]!["fault"]!));
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("../x")]
    public async Task Run_NoSuchCase_IsNotFound(string caseId)
    {
        var truth = await StartAsync();

        Assert.Equal(404, (await GetAsync(truth, caseId)).Status);
    }

    private static string Canonical(JsonNode value) => value switch
    {
        JsonObject data => CanonicalJson.Object(data.Select(member => (member.Key, Canonical(member.Value!)))),
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.String => CanonicalJson.Text((string)value!),
        _ => value.ToJsonString(),
    };

    private static async Task<string> OpenAsync(CaseStore cases, AuditLog audit)
    {
        var sample = TestCases.Inspecting("审计 🎬.mp4", $"{Guid.NewGuid()}");
        var opened = new AuditEvent("opened", "system", new() { ["upload"] = sample.Upload.Name }) { CaseHash = CaseHash.Of(sample) };
        var head = await audit.AppendAsync(sample.CaseId, null, [opened]);
        await cases.CreateAsync(sample with { AuditHead = head });
        return sample.CaseId;
    }

    private static async Task<(int Status, JsonObject Body)> GetAsync(Truth truth, string caseId)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = new MemoryStream();
        var result = await new GetCaseAudit(truth.Cases, truth.Integrity).RunAsync(context.Request, caseId, CancellationToken.None);
        await result.ExecuteAsync(context);
        context.Response.Body.Position = 0;
        return (context.Response.StatusCode, (await JsonNode.ParseAsync(context.Response.Body))!.AsObject());
    }

    private async Task<Truth> StartAsync() => new(await TestStorage.StartAsync(azurite));
}
