using AiLabels;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Policies.Backtests;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Policies.Backtests;

/// <summary>Past cases on storage of their own: a backtest looks at every case there is.</summary>
public sealed class PastCases : IAsyncLifetime
{
    public const int Count = 230;

    private Azurite _azurite = null!;

    internal BacktestStore Backtests { get; private set; } = null!;

    internal CompareBatch Compare { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.StartNewAsync();
        var storage = await TestStorage.StartAsync(_azurite.ConnectionString, _azurite.ConnectionString);
        Backtests = new(storage);
        var cases = new CaseStore(storage, TimeProvider.System);
        Compare = new(cases, new(TestPolicies.Shipped, storage), Backtests, TimeProvider.System);
        await Parallel.ForAsync(0, Count, async (number, cancellation) => await cases.CreateAsync(Decided(number), cancellation));
        await cases.CreateAsync(TestCases.Inspecting("undecided.mp4"));
    }

    public async Task DisposeAsync() => await _azurite.DisposeAsync();

    /// <summary>Every other one is AI with its label, which the Measures publish and the default policy does not.</summary>
    private static ModerationCase Decided(int number)
    {
        var measures = TestPolicies.ById("cn-labeling-measures");
        var seen = TestCases.Inspecting($"{number}.mp4") with
        {
            Policy = measures.Pin,
            Submission = new(),
            Labels = TestPolicies.Input(number % 2 == 0 ? AiOrigin.NotFound : AiOrigin.Confirmed).Labels,
            ExplicitLabel = new() { Compliance = number % 2 == 0 ? ExplicitLabelCompliance.Missing : ExplicitLabelCompliance.Present },
            Safety = new()
            {
                State = SafetyState.Safe, Highest = Severities.Safe, UnsafeCategories = [], Hits = [], Calls = 2, FramesJudged = 1, FramesLeftOut = 0, FramesRefused = 0,
            },
        };
        return seen with { State = CaseState.Published, Decision = CaseDecision.Decide(measures, seen, TestCases.Opened) };
    }
}

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
        Assert.Equal((PastCases.Count + 1, PastCases.Count, 0, 0), (backtest.Result.Seen, backtest.Result.Compared, backtest.Result.NotReproduced, backtest.Result.Unreadable));
        var difference = Assert.Single(backtest.Result.Differences);
        Assert.Equal(("generated-and-labelled", "ai-indicated", PastCases.Count / 2), (difference.Then.Rule, difference.Now.Rule, difference.Count));
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
        await StartAsync(limit: 50, from: TestCases.Opened.AddDays(1));

        await BatchAsync(0);

        Assert.Equal(0, (await ReadAsync()).Result.Compared);
    }

    [Fact]
    public async Task Run_GivenUp_SaysWhy()
    {
        await StartAsync(limit: 1000);
        await BatchAsync(0);

        Assert.True(await past.Compare.RunAsync(new(_id, 0, "storage was away"), CancellationToken.None));

        Assert.Equal((BacktestState.Failed, "storage was away"), (await ReadAsync()) is var backtest ? (backtest.State, backtest.Failure) : default);
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
