using VideoGate.Cases;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Cases;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class RelatedCasesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private RelatedCases _related = null!;

    public async ValueTask InitializeAsync() => _related = new(await TestStorage.StartAsync(azurite));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task SameUploader_SeveralCases_NewestFirstWithoutItself()
    {
        var uploader = $"../{Guid.NewGuid()} \"用户\"";
        var cases = await AddAsync(Enumerable.Range(0, 4).Select(hour => Case($"{uploader}{hour}", hour, uploader)));

        Assert.Equal(Ids(cases[3], cases[2], cases[0]), await _related.SameUploaderAsync(cases[1], 10));
        Assert.Equal(Ids(cases[3]), await _related.SameUploaderAsync(cases[1], 1));
    }

    [Fact]
    public async Task SameContent_AddedTwice_IsListedOnce()
    {
        var content = CaseId.For("content", Guid.NewGuid().ToString(), "1");
        var cases = await AddAsync(Enumerable.Range(0, 2).Select(hour => Case($"{content}{hour}", hour, null, content)));
        await _related.AddAsync(cases[0]);

        Assert.Equal(Ids(cases[0]), await _related.SameContentAsync(cases[1], 10));
    }

    [Fact]
    public async Task SameUploader_NobodyKnowsWhoUploaded_IsNobody()
    {
        var cases = await AddAsync([Case("anonymous 1", 0, null), Case("anonymous 2", 1, null)]);

        Assert.Empty(await _related.SameUploaderAsync(cases[0], 10));
        Assert.Empty(await _related.SameContentAsync(cases[0], 10));
    }

    private async Task<ModerationCase[]> AddAsync(IEnumerable<ModerationCase> cases)
    {
        ModerationCase[] added = [.. cases];
        foreach (var opened in added)
        {
            await _related.AddAsync(opened);
        }

        return added;
    }

    private static ModerationCase Case(string name, int hour, string? uploader, string? content = null)
    {
        var opened = TestCases.Inspecting(name);
        return opened with
        {
            Upload = opened.Upload with { UploadedAt = TestCases.Opened.AddHours(hour) },
            Submission = opened.Submission with { Uploader = uploader },
            ContentFingerprint = content,
        };
    }

    private static IEnumerable<string> Ids(params IEnumerable<ModerationCase> cases) => cases.Select(found => found.CaseId);
}
