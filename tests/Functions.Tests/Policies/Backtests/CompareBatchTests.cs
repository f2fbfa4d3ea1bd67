using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Policies.Backtests;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Policies.Backtests;

[Trait("Needs", "services")]
public sealed class CompareBatchTests(PastCases past) : IClassFixture<PastCases>
{
    private readonly string _id = Base32.Hash($"{Guid.NewGuid()}");

    [Fact]
    public async Task Run_AllBatches_FindsWhatThePolicyWouldDecideOtherwise()
    {
        await StartAsync(limit: 1000);

        Assert.False(await BatchAsync(0));
        Assert.True(await BatchAsync(1));

        var backtest = await ReadAsync();
        Assert.Equal((BacktestState.Completed, true), (backtest.State, backtest.Result.Complete));
        Assert.Equal((PastCases.Count + 1, PastCases.Count, 0, 0),
            (backtest.Result.Seen, backtest.Result.Compared, backtest.Result.NotReproduced, backtest.Result.Unreadable));
        var difference = Assert.Single(backtest.Result.Differences);
        Assert.Equal(
            ("generated-and-labelled", "ai-indicated", PastCases.Count / 2), (difference.Then.Rule, difference.Now.Rule, difference.Count));
        Assert.Equal(PastCases.Count / 2, backtest.Result.NowQuarantined);
    }

    [Fact]
    public async Task Run_BatchTwice_IsCountedOnce()
    {
        await StartAsync(limit: 1000);
        await BatchAsync(0);
        var once = await ReadAsync();

        Assert.False(await BatchAsync(0));

        Assert.Equal(once.Result.Seen, (await ReadAsync()).Result.Seen);
    }

    [Fact]
    public async Task Run_Limit_EndsThereAndSaysThatThereIsMore()
    {
        await StartAsync(limit: 30);

        Assert.True(await BatchAsync(0));

        var backtest = await ReadAsync();
        Assert.Equal((BacktestState.Completed, false, 30), (backtest.State, backtest.Result.Complete, backtest.Result.Seen));
    }

    [Fact]
    public async Task Run_OutsideTheWindow_IsNotCompared()
    {
        // Arrange
        await StartAsync(limit: 50, from: TestCases.Opened.AddDays(1));

        // Act
        await BatchAsync(0);

        // Assert
        Assert.Equal(0, (await ReadAsync()).Result.Compared);
    }

    [Fact]
    public async Task Run_GivenUp_SaysWhy()
    {
        await StartAsync(limit: 1000);
        await BatchAsync(0);

        Assert.True(await past.Compare.RunAsync(new(_id, 0, "storage was away"), CancellationToken.None));

        Assert.Equal(
            (BacktestState.Failed, "storage was away"), (await ReadAsync()) is var backtest ? (backtest.State, backtest.Failure) : default);
    }

    private Task<bool> BatchAsync(int batch) => past.Compare.RunAsync(new(_id, batch), CancellationToken.None);

    private async Task<Backtest> ReadAsync() => (await past.Backtests.GetAsync(_id, CancellationToken.None))!.Value.Backtest;

    private Task StartAsync(int limit, DateTimeOffset? from = null) => past.Backtests.CreateAsync(
        new()
        {
            BacktestId = _id,
            State = BacktestState.Accepted,
            Policy = TestPolicies.ById("default").Pin,
            Candidate = true,
            Scope = new(from, null, limit),
            RequestedAt = TestCases.Opened,
            RequestedBy = "sue",
        },
        new BinaryData(TestPolicies.Text("default.json")),
        CancellationToken.None);
}
