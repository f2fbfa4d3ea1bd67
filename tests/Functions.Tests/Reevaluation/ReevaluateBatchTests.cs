using AiLabels.Reports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Policies.Backtests;
using VideoGate.Publishing;
using VideoGate.Reevaluation;
using VideoGate.Review.Steps;
using VideoGate.Tests.Replay;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Reevaluation;

/// <summary>The application of a backtest on virtual time, with the app's own activity on real storage.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class ReevaluateBatchTests(AzuriteFixture azurite)
{
    private static readonly LoadedPolicies Policies =
        new(Options.Create(new PoliciesOptions { Active = "cn-labeling-measures" }));

    [Fact]
    public async Task Run_ManyCases_ChangesEachOnceAtTheRateOfTheSettings()
    {
        // Arrange
        var storage = await TestStorage.StartAsync(azurite.OtherConnectionString, azurite.OtherConnectionString);
        var truth = new Truth(storage);
        var window = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(Random.Shared.Next(1_000_000));
        List<string> changing = [];
        for (var number = 0; number < 5; number++)
        {
            changing.Add((await truth.Recorded.CreateAsync(Held(window))).Case.CaseId);
        }

        var outside = (await truth.Recorded.CreateAsync(Held(window.AddDays(3)))).Case.CaseId;
        var engine = new VirtualEngine();
        engine.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        var began = engine.Time.GetUtcNow();
        var client = new EngineClient(engine);
        var backtests = new BacktestStore(storage);
        var backtest = Applying(window);
        await backtests.CreateAsync(backtest, BinaryData.FromString("{}"), default);
        var step = new ReevaluateBatch(
            truth.Cases, Policies, backtests, truth.Changes,
            new RedecisionSteps(new(NullLogger<RoundStarter>.Instance), truth.Mover), Truth.Clock(engine.Time),
            Options.Create(new ReevaluationOptions { CasesPerMinute = 2 }), Options.Create(new LabellingOptions()), engine.Time);
        var attempts = 0;
        engine.Orchestrator<ReevaluationStep, bool>(nameof(RunReevaluation), RunReevaluation.RunAsync)
            .Activity(nameof(ReevaluateBatch), call =>
            {
                var pause = step.RunAsync(call.Input<ReevaluationStep>(), client, default).GetAwaiter().GetResult();
                return ++attempts == 2 ? throw new IOException("The answer was lost.") : pause;
            });

        // Act
        engine.Start(nameof(RunReevaluation), new ReevaluationStep(backtest.BacktestId));
        engine.Run();

        // Assert
        var applied = (await backtests.GetAsync(backtest.BacktestId, default))!.Value.Backtest.Application!;
        Assert.Equal(BacktestApplicationState.Applied, applied.State);
        Assert.Equal(5, applied.Effects["released"]);
        Assert.True(applied.CompletedAt - began >= TimeSpan.FromMinutes(1), $"{applied.CompletedAt - began}");
        foreach (var caseId in changing)
        {
            var known = (await truth.Cases.RequireAsync(caseId)).Case;
            Assert.Equal(("policy", Policies.Active.Pin), (known.Review!.Decision!.DecidedBy, known.Policy));
            var log = await truth.Audit.ReadAsync(caseId, known.AuditHead);
            Assert.Single(log.Entries, entry => entry.Type == "reevaluated" && entry.Actor == "sue");
            Assert.Null((await truth.Integrity.ReadAsync(caseId)).Break);
        }

        Assert.Equal(ReviewState.Open, (await truth.Cases.RequireAsync(outside)).Case.Review!.State);
    }

    private static Backtest Applying(DateTimeOffset window) => new()
    {
        BacktestId = Base32.Hash($"{Guid.NewGuid()}"),
        State = BacktestState.Completed,
        Policy = Policies.Active.Pin,
        Candidate = false,
        Scope = new(window.AddHours(-1), window.AddHours(1), 200_000),
        RequestedAt = TestCases.Now,
        RequestedBy = "sue",
        Application = new()
        {
            State = BacktestApplicationState.Applying,
            Quarantine = false,
            RequestedBy = "sue",
            RequestedAt = TestCases.Now,
        },
    };

    private static ModerationCase Held(DateTimeOffset decidedAt)
    {
        var held = TestCases.Quarantined($"{Guid.NewGuid():N}.mp4");
        return held with
        {
            Submission = new() { Declaration = Declaration.NotAi },
            Labels = held.Labels! with { Origin = AiOrigin.NotFound, Generator = null },
            ExplicitLabel = new() { Compliance = ExplicitLabelCompliance.Missing },
            Safety = new()
            {
                State = SafetyState.Safe,
                Highest = Severities.Safe,
                UnsafeCategories = [],
                Hits = [],
                Calls = 1,
                FramesLeftOut = 0,
                FramesRefused = 0,
            },
            Decision = held.Decision! with { DecidedAt = decidedAt },
        };
    }
}
