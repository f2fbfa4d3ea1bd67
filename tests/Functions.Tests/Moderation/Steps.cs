using System.Collections.Concurrent;
using AiLabels;
using DurableTask.Tests.Harness;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Serverless.Cases;
using Serverless.Moderation;
using Serverless.Publishing;
using Serverless.Publishing.Labelling;
using Serverless.Review;
using Serverless.Safety;

namespace Serverless.Tests.Moderation;

/// <summary>The activities of the orchestration, answering as a test tells them to and noting who called.</summary>
internal sealed class Steps : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly ConcurrentQueue<string> _inputs = new();

    private Steps(EngineHost host) => Host = host;

    public static Inspection Clean { get; } = new()
    {
        Labels = new()
        {
            Origin = AiOrigin.NotFound,
            Credentials = CredentialIntegrity.None,
            Signer = SignerTrust.None,
            Findings = new Dictionary<string, int>(),
            Problems = [],
            BytesRead = 100,
        },
    };

    /// <summary>Frames or texts that content safety found nothing in.</summary>
    public static SafetyCheck Safe { get; } = new() { Judged = 1 };

    public EngineHost Host { get; }

    /// <summary>Names of the activities in the order of their calls, every attempt counted.</summary>
    public IReadOnlyCollection<string> Calls => _calls;

    /// <summary>What the activities that only need the case were told it is.</summary>
    public IReadOnlyCollection<string> Inputs => _inputs;

    /// <summary>What the decision was asked to rest on.</summary>
    public DecideInput? Decided { get; private set; }

    /// <param name="inspect">Answers the n-th attempt, counted from 1.</param>
    /// <param name="review">Answers the n-th look at the review, instead of the two before.</param>
    /// <param name="looksWithoutVerdict">How often the review is looked at before <paramref name="verdict"/> is there.</param>
    public static async Task<Steps> StartAsync(
        Func<int, Inspection>? inspect = null,
        Func<int, LookedAt>? look = null,
        Func<int, SafetyCheck>? frames = null,
        Func<int, SafetyCheck>? texts = null,
        DecisionOutcome decision = DecisionOutcome.Quarantine,
        ReviewVerdict? verdict = null,
        Func<int, LabelledVideo>? label = null,
        int looksWithoutVerdict = 0,
        Func<int, ReviewStep>? review = null,
        ManualTime? time = null,
        string version = "",
        ILoggerFactory? loggers = null)
    {
        var clock = time ?? new ManualTime { JumpsToAlarms = true };
        var steps = new Steps(new EngineHost { Time = clock, DefaultVersion = version, Loggers = loggers ?? NullLoggerFactory.Instance });
        steps.Host.Orchestrator(nameof(ModerateVideo), async context => (object?)await ModerateVideo.RunAsync(context));
        steps.Answer(nameof(OpenCase), _ => null);
        steps.Answer(nameof(InspectVideo), attempt => inspect is null ? Clean : inspect(attempt));
        steps.Answer(nameof(LookAtVideo), attempt => look is null ? new LookedAt(new() { Compliance = ExplicitLabel.Missing }, Frames: 1) : look(attempt));
        steps.Answer(nameof(SampleFrames), _ => 1);
        steps.Answer(nameof(ReadExplicitLabels), _ => new ExplicitLabelSummary { Compliance = ExplicitLabel.Missing });
        steps.Answer(nameof(AnalyzeFrames), attempt => frames is null ? Safe : frames(attempt));
        steps.Answer(nameof(AnalyzeText), attempt => texts is null ? Safe : texts(attempt));
        steps.Answer(nameof(Publish), _ => CaseState.Published);
        steps.Answer(nameof(Quarantine), _ => CaseState.Quarantined);
        steps.Answer(nameof(LabelVideo), attempt => label is null ? new LabelledVideo(null as LabelProblem) : label(attempt));
        steps.Answer(nameof(PublishLabelled), _ => CaseState.Published);
        steps.Answer(nameof(ReturnToReview), _ => null);
        steps.Answer(nameof(Reject), _ => CaseState.Rejected);
        steps.Answer(nameof(Supersede), _ => CaseState.Superseded);
        steps.Answer(nameof(ReturnToQuarantine), _ => CaseState.Quarantined);
        steps.Answer(nameof(AdvanceReview), look => review is null
            ? new ReviewStep(look > looksWithoutVerdict ? verdict : null, clock.GetUtcNow().AddHours(1))
            : review(look));
        steps.Host.Activity(nameof(DecideCase), call =>
        {
            steps._calls.Enqueue(nameof(DecideCase));
            steps.Decided = (DecideInput)call.ReadInput(typeof(DecideInput))!;
            return steps.Decide(decision);
        });
        await steps.Host.StartAsync();
        return steps;
    }

    public Task<string> ScheduleAsync(ModerationRequest request) =>
        Host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(ModerateVideo), request);

    public async Task<CaseState> RunAsync(ModerationRequest request) =>
        (await Host.RunAsync(nameof(ModerateVideo), request)).ReadOutputAs<CaseState>();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private void Answer(string activity, Func<int, object?> answer)
    {
        var attempts = 0;
        Host.Activity(activity, call =>
        {
            _calls.Enqueue(activity);
            if (activity is nameof(AdvanceReview) or nameof(Publish) or nameof(Reject) or nameof(ReturnToQuarantine))
            {
                _inputs.Enqueue((string)call.ReadInput(typeof(string))!);
            }

            return answer(Interlocked.Increment(ref attempts));
        });
    }

    private Decision Decide(DecisionOutcome outcome) => new()
    {
        Outcome = outcome,
        Reason = "test",
        Origin = AiOrigin.NotFound,
        Rules = [],
        Policy = new PolicyVersion("test", "1", "hash"),
        DecidedAt = Host.Time.GetUtcNow(),
    };
}
