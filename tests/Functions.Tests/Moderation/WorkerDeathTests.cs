using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Moderation;
using VideoGate.Policies;
using VideoGate.Publishing;
using VideoGate.Review.Steps;
using VideoGate.Storage;
using VideoGate.Tests.Replay;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Moderation;

/// <summary>
/// A worker process that dies and the cases whose steps it was running. The host fails such a step, which uses up an attempt.
/// </summary>
public sealed class WorkerDeathTests
{
    private static readonly UploadedVideo Upload = new("video.mp4", "\"0x1\"", 1000, "video/mp4", DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData(nameof(OpenCase), null)]
    [InlineData(nameof(DecideCase), null)]
    [InlineData(nameof(Quarantine), null)]
    [InlineData(nameof(AdvanceReview), null)]
    [InlineData(nameof(Publish), ReviewVerdict.Approve)]
    [InlineData(nameof(Reject), ReviewVerdict.Reject)]
    [InlineData(nameof(PublishLabelled), ReviewVerdict.ApproveWithLabel)]
    public void Run_WorkerDiesOftenInAStepThatMovesState_GoesOnWhereItStood(string activity, ReviewVerdict? verdict)
    {
        // Arrange
        const int deaths = 40;
        var steps = Steps.With(verdict: verdict ?? ReviewVerdict.Reject);
        steps.Engine.BeforeAnswer = Killing(activity, attempt => attempt <= deaths);
        var attempts = CountAttempts(steps, activity);

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(verdict is ReviewVerdict.Approve or ReviewVerdict.ApproveWithLabel ? CaseState.Published : CaseState.Rejected, state);
        Assert.Equal(deaths + 1, attempts());
    }

    [Theory]
    [InlineData(nameof(InspectVideo))]
    [InlineData(nameof(AnalyzeVideo))]
    public void Run_VideoKillsTheWorkerEveryTime_IsQuarantinedAsNotInspectedAfterThreeDeaths(string activity)
    {
        // Arrange
        var steps = Steps.With(verdict: ReviewVerdict.Reject);
        steps.Engine.BeforeAnswer = Killing(activity, _ => true);
        var attempts = CountAttempts(steps, activity);

        // Act
        steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(3, attempts());
        Assert.Equal($"The worker process died 3 times in {activity}.", steps.Decided!.Inspection.Failure);
        Assert.Null(steps.Decided.Content);
        Assert.All(TestPolicies.Shipped.All, policy =>
        {
            var decision =
                CaseDecision.Decide(policy, TestCases.Inspecting() with { Labels = steps.Decided.Inspection.Labels }, TestCases.Opened);
            Assert.Equal((DecisionOutcome.Quarantine, "inspection-failed"), (decision.Outcome, decision.Reason));
        });
        Assert.Contains(nameof(Quarantine), steps.Calls);
    }

    [Fact]
    public void Run_LabellingKillsTheWorkerEveryTime_GoesBackToReviewAfterThreeDeaths()
    {
        // Arrange
        var steps = Steps.With(
            review: look => new(look == 1 ? ReviewVerdict.ApproveWithLabel : ReviewVerdict.Reject, DateTimeOffset.UnixEpoch));
        steps.Engine.BeforeAnswer = Killing(nameof(LabelVideo), _ => true);
        var attempts = CountAttempts(steps, nameof(LabelVideo));

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal((CaseState.Rejected, 3), (state, attempts()));
        Assert.Single(steps.Calls, nameof(ReturnToReview));
    }

    [Fact]
    public void Run_LookTakesLongerThanTheHostAllows_CountsAsADeath()
    {
        // Arrange
        var steps = Steps.With(
            look: _ => throw new HostFailureException(ActivityFailure.Timeout(nameof(AnalyzeVideo))), verdict: ReviewVerdict.Reject);

        // Act
        steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(3, steps.CountOf(nameof(AnalyzeVideo)));
        Assert.Null(steps.Decided!.Inspection.Labels);
    }

    [Fact]
    public void Run_DeathsFailuresAndOutagesTogether_AreCountedApart()
    {
        // Arrange
        Exception[] failures =
        [
            new WorkerDiesException(), .. Enumerable.Repeat<Exception>(new StorageOutageException("away", new IOException()), 20),
            .. Enumerable.Repeat<Exception>(new FormatException("unheard of"), 4), new WorkerDiesException(),
        ];
        var steps = Steps.With(
            look: attempt => attempt <= failures.Length ? throw failures[attempt - 1] : Steps.Unlabelled,
                decision: DecisionOutcome.Publish);

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal((CaseState.Published, failures.Length + 1), (state, steps.CountOf(nameof(AnalyzeVideo))));
        Assert.Equal(ExplicitLabelCompliance.Missing, steps.Decided!.Content!.ExplicitLabel.Compliance);
    }

    [Fact]
    public void Run_AfterADeath_WaitsForMinutesAndNotAsLongAsOthers()
    {
        var pauses = Enumerable.Range(0, 10).Select(number => PausesOf($"case-{number}")).ToList();

        Assert.All(pauses, pause =>
        {
            Assert.InRange(pause[0], TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));
            Assert.InRange(pause[1], TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));
        });
        Assert.InRange(pauses.Max(pause => pause[0]) - pauses.Min(pause => pause[0]), TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(90));
        Assert.InRange(pauses.Max(pause => pause[1]) - pauses.Min(pause => pause[1]), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
    }

    /// <summary>Sixteen videos are analyzed in parallel and one of them repeatedly kills the worker.</summary>
    /// <param name="seconds">Duration of an analysis; in a flood that includes the wait for a decoder.</param>
    /// <param name="share">Upper bound on the neighbours that go to quarantine with it.</param>
    [Theory]
    [InlineData(10, 0.01)]
    [InlineData(40, 0.05)]
    public void Run_NeighboursOfAVideoThatKills_AreInspectedAllTheSame(int seconds, double share)
    {
        const int rounds = 12;
        var (condemned, deaths) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var killer = $"killer-{round}";
            var steps = Steps.With(decision: DecisionOutcome.Publish);
            steps.Engine.Duration =
                call => call.Name is not nameof(AnalyzeVideo)
                    ? TimeSpan.Zero
                    : TimeSpan.FromSeconds(call.InstanceId == killer ? seconds / 2 : seconds);
            steps.Engine.BeforeAnswer = call =>
            {
                if (call.Name is nameof(AnalyzeVideo) && call.InstanceId == killer)
                {
                    deaths++;
                    throw new WorkerDiesException();
                }
            };
            string[] cases = [killer, .. Enumerable.Range(1, 15).Select(number => $"innocent-{round}-{number}")];
            Assert.All(cases, caseId => steps.Start(new ModerationRequest(Upload), caseId));

            steps.Engine.Run();

            var uninspected =
                steps.AllDecided.Where(decided => decided.Inspection.Labels is null).Select(decided => decided.CaseId).ToList();
            Assert.Equal(cases.Length, steps.AllDecided.Count);
            Assert.Contains(killer, uninspected);
            condemned += uninspected.Count - 1;
        }

        Assert.Equal(3 * rounds, deaths);
        Assert.InRange(condemned / (rounds * 15.0), 0, share);
    }

    private static Action<ActivityCall> Killing(string activity, Func<int, bool> kills)
    {
        var attempt = 0;
        return call =>
        {
            if (call.Name == activity && kills(++attempt))
            {
                throw new WorkerDiesException();
            }
        };
    }

    private static Func<int> CountAttempts(Steps steps, string activity)
    {
        var (attempts, before) = (0, steps.Engine.BeforeAnswer);
        steps.Engine.BeforeAnswer = call =>
        {
            attempts += call.Name == activity ? 1 : 0;
            before(call);
        };
        return () => attempts;
    }

    private static List<TimeSpan> PausesOf(string caseId)
    {
        List<DateTimeOffset> attempts = [];
        var steps = Steps.With(verdict: ReviewVerdict.Reject);
        steps.Engine.BeforeAnswer = call =>
        {
            if (call.Name is nameof(InspectVideo))
            {
                attempts.Add(steps.Time.GetUtcNow());
                throw new WorkerDiesException();
            }
        };
        steps.Start(new ModerationRequest(Upload), caseId);
        steps.Engine.Run();
        return [.. attempts.Zip(attempts.Skip(1), (earlier, later) => later - earlier)];
    }
}
