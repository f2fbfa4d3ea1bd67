using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Policies.Backtests;
using VideoGate.Testing;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Policies.Backtests;

/// <summary>Past cases in separate storage: a backtest reads every case.</summary>
public sealed class PastCases : IAsyncLifetime
{
    public const int Count = 230;

    private Azurite _azurite = null!;

    internal BacktestStore Backtests { get; private set; } = null!;

    internal CompareBatch Compare { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _azurite = await Azurite.StartNewAsync();
        var storage = await TestStorage.StartAsync(_azurite.ConnectionString, _azurite.ConnectionString);
        Backtests = new(storage);
        var cases = new CaseStore(storage, TimeProvider.System);
        Compare = new(cases, new(TestPolicies.Shipped, storage), Backtests, TimeProvider.System);
        await Parallel.ForAsync(0, Count, async (number, cancellation) => await cases.CreateAsync(Decided(number), cancellation));
        await cases.CreateAsync(TestCases.Inspecting("undecided.mp4"));
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    /// <summary>Every other case is AI with its label, which the Measures publish and the default policy does not.</summary>
    private static ModerationCase Decided(int number)
    {
        var measures = TestPolicies.ById("cn-moderated");
        var seen = TestCases.Inspecting($"{number}.mp4") with
        {
            Policy = measures.Pin,
            Submission = new(),
            Labels = TestPolicies.Input(number % 2 == 0 ? AiOrigin.NotFound : AiOrigin.Confirmed).Labels,
            ExplicitLabel = new() { Compliance = number % 2 == 0 ? ExplicitLabelCompliance.Missing : ExplicitLabelCompliance.Present },
            Safety = new()
            {
                State = SafetyState.Safe,
                Highest = Severities.Safe,
                UnsafeCategories = [],
                Hits = [],
                Calls = 2,
                FramesJudged = 1,
                FramesLeftOut = 0,
                FramesRefused = 0,
            },
        };
        return seen with { State = CaseState.Published, Decision = CaseDecision.Decide(measures, seen, TestCases.Opened) };
    }
}
