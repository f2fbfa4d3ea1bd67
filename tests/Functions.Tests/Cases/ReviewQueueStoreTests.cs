using System.Buffers.Text;
using System.Text;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Cases;

/// <remarks>In the other account, where no other test writes to the queue.</remarks>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class ReviewQueueStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private ReviewQueueStore _index = null!;

    public async ValueTask InitializeAsync()
    {
        _index = new(await TestStorage.StartAsync(azurite.OtherConnectionString, azurite.OtherConnectionString));
        foreach (var row in await AllAsync())
        {
            await _index.RemoveAsync(TestCases.Quarantined(row.Name, row.DueAt - TestCases.Opened));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task List_SeveralReviews_MostUrgentFirst()
    {
        foreach (var hours in (int[])[30, 2, 200, 11])
        {
            await _index.AddAsync(Due(hours));
        }

        Assert.Equal(["2", "11", "30", "200"], (await AllAsync()).Select(row => row.Name));
    }

    [Fact]
    public async Task List_Row_HoldsWhatTheQueueShows()
    {
        var reviewed = TestCases.Quarantined("文件 🎬 \"x\".mp4");
        await _index.AddAsync(reviewed);

        var row = Assert.Single(await AllAsync());

        Assert.Equal(ReviewRow.From(reviewed), row);
    }

    [Fact]
    public async Task Add_LongestHostileTexts_FitIntoTheRow()
    {
        var name = string.Concat(Enumerable.Repeat("🎬", 512));
        var sample = TestCases.Quarantined(name);
        var reviewed = sample with { Submission = sample.Submission with { Title = new string('\u0001', 5000), Uploader = "u" + name } };

        await _index.AddAsync(reviewed);

        var row = Assert.Single(await AllAsync());
        Assert.EndsWith("🎬…", row.Name, StringComparison.Ordinal);
        Assert.EndsWith("🎬…", row.Uploader, StringComparison.Ordinal);
        await _index.RemoveAsync(reviewed);
    }

    [Fact]
    public async Task Add_Twice_RenewsTheRow()
    {
        // Arrange
        var reviewed = Due(1);
        await _index.AddAsync(reviewed);

        // Act
        await _index.AddAsync(reviewed with { Review = reviewed.Review! with { State = ReviewState.Escalated } });

        // Assert
        Assert.Equal(ReviewState.Escalated, Assert.Single(await AllAsync()).State);
    }

    [Fact]
    public async Task Remove_Twice_LeavesTheOthers()
    {
        await _index.AddAsync(Due(1));
        await _index.AddAsync(Due(2));

        await _index.RemoveAsync(Due(1));
        await _index.RemoveAsync(Due(1));

        Assert.Equal("2", Assert.Single(await AllAsync()).Name);
    }

    [Fact]
    public async Task List_QueueMovesBetweenPages_NeitherSkipsNorRepeats()
    {
        for (var hours = 10; hours < 30; hours++)
        {
            await _index.AddAsync(Due(hours));
        }

        var first = await _index.ListAsync(null, 5);
        await _index.RemoveAsync(Due(10));
        await _index.RemoveAsync(Due(14));
        await _index.RemoveAsync(Due(15));
        await _index.AddAsync(Due(1));
        await _index.AddAsync(Due(40));
        var rest = await RowsAsync(first!.Next, 5);

        Assert.Equal(["10", "11", "12", "13", "14"], first.Rows.Select(row => row.Name));
        Assert.Equal([.. Enumerable.Range(16, 14).Append(40).Select(hours => $"{hours}")], rest.Select(row => row.Name));
    }

    [Fact]
    public async Task List_ExactlyOnePage_HasNoNext()
    {
        await _index.AddAsync(Due(1));
        await _index.AddAsync(Due(2));

        Assert.Null((await _index.ListAsync(null, 2))!.Next);
        Assert.Null((await _index.ListAsync(null, 10))!.Next);
        Assert.NotNull((await _index.ListAsync(null, 1))!.Next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("bnVsbA")]
    [InlineData("e30")]
    [InlineData("W10")]
    public async Task List_ForeignCursor_IsNull(string cursor) => Assert.Null(await _index.ListAsync(cursor, 5));

    [Theory]
    [InlineData("""{"marker":"tickets/x","after":"a"}""")]
    [InlineData("""{"marker":"zzzz","after":"zzzz"}""")]
    [InlineData("""{"marker":"by-id/","after":"by-id/"}""")]
    public async Task List_ForgedCursor_ShowsNothingButTheQueue(string forged)
    {
        // Arrange
        await _index.AddAsync(Due(1));

        // Act
        var page = await _index.ListAsync(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(forged)), 5);

        // Assert
        Assert.All(page!.Rows, row => Assert.Equal("1", row.Name));
    }

    private static ModerationCase Due(int hours) => TestCases.Quarantined($"{hours}", TimeSpan.FromHours(hours));

    private Task<List<ReviewRow>> AllAsync() => RowsAsync(null, 3);

    private async Task<List<ReviewRow>> RowsAsync(string? cursor, int pageSize)
    {
        List<ReviewRow> rows = [];
        do
        {
            var page = await _index.ListAsync(cursor, pageSize);
            rows.AddRange(page!.Rows);
            cursor = page.Next;
        }
        while (cursor is not null);

        return rows;
    }
}
