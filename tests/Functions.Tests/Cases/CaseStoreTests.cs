using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Cases;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class CaseStoreTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Create_ThenGet_ReturnsTheSameCase()
    {
        var store = await StartAsync();
        var opened = Unique(TestCases.Quarantined());

        var created = await store.CreateAsync(opened);
        var found = await store.GetAsync(opened.CaseId);

        Assert.Equal(created.ETag, found!.ETag);
        Assert.Equivalent(opened, found.Case, strict: true);
    }

    [Fact]
    public async Task Create_Again_ReturnsWhatIsStored()
    {
        // Arrange
        var store = await StartAsync();
        var opened = Unique(TestCases.Inspecting());
        var first = await store.CreateAsync(opened);

        // Act
        var second = await store.CreateAsync(opened with { State = CaseState.Rejected });

        // Assert
        Assert.Equal(first.ETag, second.ETag);
        Assert.Equal(CaseState.Inspecting, second.Case.State);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("../tickets/x")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Get_UnknownOrImpossibleId_IsNull(string? caseId) => Assert.Null(await (await StartAsync()).GetAsync(caseId));

    [Fact]
    public async Task Replace_StaleVersion_IsNullAndChangesNothing()
    {
        // Arrange
        var store = await StartAsync();
        var opened = await store.CreateAsync(Unique(TestCases.Inspecting()));
        var published = await store.ReplaceAsync(opened, opened.Case with { State = CaseState.Published });

        // Act
        var late = await store.ReplaceAsync(opened, opened.Case with { State = CaseState.Rejected });

        // Assert
        Assert.Null(late);
        Assert.Equal(published!.ETag, (await store.GetAsync(opened.Case.CaseId))!.ETag);
    }

    [Fact]
    public async Task Replace_ManyAtOnce_ExactlyOneWins()
    {
        var store = await StartAsync();
        var opened = await store.CreateAsync(Unique(TestCases.Inspecting()));

        var results = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(i => store.ReplaceAsync(opened, opened.Case with { ClosedAt = TestCases.Opened.AddSeconds(i) })));

        var winner = Assert.Single(results, result => result is not null);
        Assert.Equal(winner!.Case.ClosedAt, (await store.GetAsync(opened.Case.CaseId))!.Case.ClosedAt);
    }

    [Fact]
    public async Task Update_ManyAtOnce_LosesNoChange()
    {
        // Arrange
        var store = await StartAsync();
        var opened = Unique(TestCases.Inspecting());
        await store.CreateAsync(opened);

        // Act
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => store.UpdateAsync(opened.CaseId, current =>
            current with { Upload = current.Upload with { Length = current.Upload.Length + 1 } })));

        // Assert
        Assert.Equal(opened.Upload.Length + 5, (await store.GetAsync(opened.CaseId))!.Case.Upload.Length);
    }

    [Fact]
    public async Task Update_NothingToChange_WritesNothing()
    {
        // Arrange
        var store = await StartAsync();
        var opened = await store.CreateAsync(Unique(TestCases.Inspecting()));

        // Act
        var same = await store.UpdateAsync(opened.Case.CaseId, current => current);

        // Assert
        Assert.Equal(opened.ETag, same.ETag);
    }

    [Fact]
    public async Task Update_NoSuchCase_NamesIt()
    {
        var store = await StartAsync();
        var absent = Unique(TestCases.Inspecting()).CaseId;

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => store.UpdateAsync(absent, current => current));

        Assert.Contains(absent, refusal.Message, StringComparison.Ordinal);
    }

    private static ModerationCase Unique(ModerationCase sample) =>
        sample with { CaseId = CaseId.For(Containers.Uploads, sample.Upload.Name, $"{Guid.NewGuid()}") };

    private async Task<CaseStore> StartAsync() => new(await TestStorage.StartAsync(azurite), TimeProvider.System);
}
