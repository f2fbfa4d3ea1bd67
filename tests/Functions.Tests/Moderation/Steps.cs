using AiLabels.Reports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Cases.Orchestration;
using VideoGate.Moderation;
using VideoGate.Publishing;
using VideoGate.Review.Steps;
using VideoGate.Safety;
using VideoGate.Tests.Replay;

namespace VideoGate.Tests.Moderation;

/// <summary>The orchestration on Microsoft's replay, with activities that return the test's results and record their callers.</summary>
internal sealed class Steps
{
    private static readonly string[] AboutTheCaseAlone =
        [nameof(AdvanceReview), nameof(Publish), nameof(Reject), nameof(ReturnToQuarantine)];

    private readonly List<string> _calls = [];
    private readonly List<string> _inputs = [];
    private readonly List<DecideInput> _decided = [];
    private readonly List<QuarantineInput> _quarantined = [];

    private Steps(ILoggerFactory loggers) =>
        Engine = new VirtualEngine { Loggers = loggers }.Orchestrator<ModerationRequest, CaseState>(
            nameof(ModerateVideo), ModerateVideo.RunAsync);

    public static InspectVideoOutput Clean { get; } = new()
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

    public static HeldVideo Held { get; } = new(new("quarantine", "a/视频 1.mp4"), "\"0x8DD\"", 3_252_904);

    public static AnalyzeVideoOutput Unlabelled { get; } = new(new() { Compliance = ExplicitLabelCompliance.Missing }, Frames: 1);

    /// <summary>Frames or texts that Content Safety rates as safe.</summary>
    public static SafetyCheck Safe { get; } = new() { Judged = 1 };

    public VirtualEngine Engine { get; }

    public FakeTimeProvider Time => Engine.Time;

    /// <summary>Names of the activities in the order of their calls, every attempt counted.</summary>
    public IReadOnlyList<string> Calls => _calls;

    /// <summary>The case passed to activities that only take the case.</summary>
    public IReadOnlyList<string> Inputs => _inputs;

    /// <summary>Evidence passed to the last decision.</summary>
    public DecideInput? Decided => _decided.LastOrDefault();

    /// <summary>Inputs of the step that quarantines.</summary>
    public IReadOnlyList<QuarantineInput> Quarantined => _quarantined;

    /// <summary>Evidence passed to the decision of each case.</summary>
    public IReadOnlyList<DecideInput> AllDecided => _decided;

    /// <param name="inspect">Result of the n-th attempt, counted from 1.</param>
    /// <param name="review">Result of the n-th read of the review, instead of the two before.</param>
    /// <param name="looksWithoutVerdict">Number of reads of the review before <paramref name="verdict"/> is available.</param>
    public static Steps With(
        Func<int, InspectVideoOutput>? inspect = null,
        Func<int, AnalyzeVideoOutput>? look = null,
        Func<int, SafetyCheck>? frames = null,
        Func<int, SafetyCheck>? texts = null,
        DecisionOutcome decision = DecisionOutcome.Quarantine,
        ReviewVerdict? verdict = null,
        Func<int, LabelledVideo>? label = null,
        int looksWithoutVerdict = 0,
        Func<int, ReviewProgress>? review = null,
        ILoggerFactory? loggers = null,
        OpenedCase? opened = null,
        Func<int, InspectionTurn>? turn = null,
        params IReadOnlyList<RequiredLabel> required)
    {
        var steps = new Steps(loggers ?? NullLoggerFactory.Instance);
        steps.Answer(nameof(OpenCase), _ => opened ?? new OpenedCase(Held));
        steps.Answer(nameof(AwaitTurn), attempt => turn is null ? new InspectionTurn(null) : turn(attempt));
        steps.Answer(nameof(InspectVideo), attempt => inspect is null ? Clean : inspect(attempt));
        steps.Answer(nameof(AnalyzeVideo), attempt => look is null ? Unlabelled : look(attempt));
        steps.Answer(nameof(AnalyzeFrames), attempt => frames is null ? Safe : frames(attempt));
        steps.Answer(nameof(AnalyzeText), attempt => texts is null ? Safe : texts(attempt));
        steps.Answer(nameof(DecideCase), _ => steps.Decide(decision) with { Labels = required });
        steps.Answer(nameof(Publish), _ => CaseState.Published);
        steps.Answer(nameof(Quarantine), _ => CaseState.Quarantined);
        steps.Answer(nameof(LabelVideo), attempt => label is null ? new LabelledVideo(null as LabelProblem) : label(attempt));
        steps.Answer(nameof(PublishLabelled), _ => CaseState.Published);
        steps.Answer(nameof(ReturnToReview), _ => null);
        steps.Answer(nameof(Reject), _ => CaseState.Rejected);
        steps.Answer(nameof(Supersede), _ => CaseState.Superseded);
        steps.Answer(nameof(ReturnToQuarantine), _ => CaseState.Quarantined);
        steps.Answer(nameof(AdvanceReview), look => review is null
            ? new ReviewProgress(look > looksWithoutVerdict ? verdict : null, steps.Time.GetUtcNow().AddHours(1))
            : review(look));
        return steps;
    }

    public VirtualInstance Start(ModerationRequest request, string? caseId = null) => Engine.Start(nameof(ModerateVideo), request, caseId);

    /// <summary>Runs a case to its end.</summary>
    public CaseState Run(ModerationRequest request)
    {
        var instance = Start(request);
        Engine.Run();
        return instance.Result<CaseState>();
    }

    public int CountOf(string activity) => Calls.Count(call => call == activity);

    private void Answer(string activity, Func<int, object?> answer)
    {
        var attempts = 0;
        Engine.Activity(activity, call =>
        {
            _calls.Add(activity);
            if (AboutTheCaseAlone.Contains(activity))
            {
                _inputs.Add(call.Input<string>());
            }

            if (activity is nameof(DecideCase))
            {
                _decided.Add(call.Input<DecideInput>());
            }

            if (activity is nameof(Quarantine))
            {
                _quarantined.Add(call.Input<QuarantineInput>());
            }

            return answer(++attempts);
        });
    }

    private Decision Decide(DecisionOutcome outcome) => new()
    {
        Outcome = outcome,
        Reason = "test",
        Origin = AiOrigin.NotFound,
        NoticeLabel = "1",
        Rules = [new("test-rule", "Measures art. 6(1)", new Dictionary<string, string> { ["origin"] = "notFound" })],
        Policy = new PolicyVersion("test", "1", "hash"),
        DecidedAt = Time.GetUtcNow(),
    };
}
