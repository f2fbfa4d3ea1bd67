using System.Net.Http.Json;
using System.Text.Json;
using VideoGate.Access;
using VideoGate.Audit;
using VideoGate.Reporting.Decisions;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Api;

/// <summary>The export for auditors, and the evidence in it.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class DecisionExportTests(ApiFixture api)
{
    [Fact]
    public async Task Export_Decisions_CarryTheirProofPageByPage()
    {
        var from = DateTimeOffset.UtcNow;
        List<string> caseIds = [];
        for (var number = 0; number < 5; number++)
        {
            caseIds.Add(await DecideAsync($"exported-{from.Ticks}-{number}.mp4"));
        }

        var entries =
            await FollowAsync($"?from={Uri.EscapeDataString($"{from:O}")}&to={Uri.EscapeDataString($"{from.AddDays(1):O}")}&pageSize=2");

        var mine = entries.Where(decision => caseIds.Contains(decision.GetProperty("entry").GetProperty("caseId").GetString()!)).ToList();
        Assert.Equal(caseIds, mine.Select(decision => decision.GetProperty("entry").GetProperty("caseId").GetString()));
        Assert.All(mine, decision =>
        {
            var entry = decision.GetProperty("entry").Deserialize(AuditJson.Default.AuditEntry)!;
            Assert.Equal(entry.Hash, entry.ComputeHash());
            Assert.True(decision.GetProperty("chain").GetProperty("valid").GetBoolean());
            Assert.Equal(2, decision.GetProperty("chain").GetProperty("headSequence").GetInt64());
        });
    }

    [Fact]
    public async Task Export_LogWasTamperedWith_SaysWhere()
    {
        var from = DateTimeOffset.UtcNow;
        var caseId = await DecideAsync($"tampered-{from.Ticks}.mp4");
        var log = api.Gate.Storage.Blob(new(Containers.Audit, $"{caseId}.jsonl"));
        var text = (await log.DownloadContentAsync()).Value.Content.ToString();
        await log.DeleteAsync();
        var forged = api.Gate.Storage.AppendBlob(new(Containers.Audit, $"{caseId}.jsonl"));
        await forged.CreateAsync();
        await forged.AppendBlockAsync(new BinaryData(text.Replace("no-ai-label", "no-ai-lebal", StringComparison.Ordinal)).ToStream());

        var entries = await FollowAsync($"?from={Uri.EscapeDataString($"{from:O}")}&to={Uri.EscapeDataString($"{from.AddDays(1):O}")}");

        var chain = Assert.Single(
            entries, decision => decision.GetProperty("entry").GetProperty("caseId").GetString() == caseId).GetProperty("chain");
        Assert.Equal((false, 2L, "changed"),
            (chain.GetProperty("valid").GetBoolean(), chain.GetProperty("brokenAt").GetInt64(), chain.GetProperty("fault").GetString()));
    }

    private async Task<List<JsonElement>> FollowAsync(string query)
    {
        List<JsonElement> decisions = [];
        string? next = query;
        while (next is not null)
        {
            using var response = await api.SendAsync(new ApiRequest("ExportDecisions", api.Token("olga", Roles.Auditor), Query: next));
            var page = await response.Content.ReadFromJsonAsync<JsonElement>();
            decisions.AddRange(page.GetProperty("value").EnumerateArray());
            next = page.TryGetProperty("nextLink", out var link) ? link.GetString()!["/api/decisions".Length..] : null;
        }

        return decisions;
    }

    /// <summary>A case decided as in the workflow.</summary>
    private async Task<string> DecideAsync(string name)
    {
        var audit = new AuditLog(api.Gate.Storage, TimeProvider.System, [new DecisionIndex(api.Gate.Storage)]);
        var opened = TestCases.Inspecting(name);
        AuditEvent[] events =
        [
            new("opened", "system", []) { CaseHash = CaseHash.Of(opened) },
            new("decided", "policy", new() { ["outcome"] = "Publish", ["reason"] = "no-ai-label" }),
        ];
        var head = await audit.AppendAsync(opened.CaseId, null, events);
        await api.Gate.Cases.CreateAsync(opened with { AuditHead = head });
        return opened.CaseId;
    }
}
