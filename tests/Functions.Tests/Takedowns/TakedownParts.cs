using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Access;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Moderation;
using VideoGate.Policies;
using VideoGate.Publishing;
using VideoGate.Review.Rules;
using VideoGate.Review.Steps;
using VideoGate.Storage;
using VideoGate.Takedowns;
using VideoGate.Tests.Intake;
using VideoGate.Tests.Replay;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Takedowns;

/// <summary>Orders on virtual time: both orchestrations on Microsoft's replay, with the app's own activities on real storage.</summary>
internal sealed class TakedownParts
{
    private readonly RecordingBackend _backend = new();
    private readonly Dictionary<string, VirtualInstance> _instances = [];
    private readonly Truth _truth;
    private readonly PolicyArchive _policies;
    private readonly TakedownStarter _starter;
    private int _raised;

    public TakedownParts(BlobStorage storage, ILoggerFactory? loggers = null)
    {
        loggers ??= NullLoggerFactory.Instance;
        Engine = new() { Loggers = loggers };
        Time.SetUtcNow(TestCases.Opened.AddHours(6));
        _truth = new(storage, time: Time, loggers: loggers);
        _policies = new(TestPolicies.Shipped, storage);
        _starter = new(new(NullLogger<RoundStarter>.Instance), NullLogger<TakedownStarter>.Instance);
        Index = new(storage);
        var copies = new IdenticalCopies(
            _truth.Cases, new(storage), _policies, _truth.Changes, Index, _starter, Time, NullLogger<IdenticalCopies>.Instance);
        var advance = new AdvanceTakedown(
            _truth.Cases, _policies, _truth.Changes, _starter, copies, Index, Time, loggers.CreateLogger<AdvanceTakedown>());
        var review = new AdvanceReview(
            _truth.Cases, _truth.Journal, _truth.Changes, _truth.Expiries(Time), _policies, Truth.Clock(Time), Time,
            NullLogger<AdvanceReview>.Instance);
        Engine.Orchestrator<TakedownRequest, bool>(nameof(CarryOutTakedown), CarryOutTakedown.RunAsync)
            .Orchestrator<ModerationRequest, CaseState>(nameof(ModerateVideo), ModerateVideo.RunAsync)
            .Activity(nameof(AdvanceTakedown), call => Step(advance.RunAsync(call.Input<TakedownRequest>(), _backend.Client, default)))
            .Activity(nameof(AdvanceReview), call => Step(review.RunAsync(call.Input<string>(), default)))
            .Activity(nameof(ReturnToQuarantine), call => Step(_truth.Return.RunAsync(call.Input<string>(), default)))
            .Activity(nameof(Reject), call => Step(new Reject(_truth.Move).RunAsync(call.Input<string>(), default)))
            .Activity(nameof(Publish), call => Step(new Publish(_truth.Move).RunAsync(call.Input<string>(), default)));
    }

    public VirtualEngine Engine { get; }

    public FakeTimeProvider Time => Engine.Time;

    public TakedownIndex Index { get; }

    public CaseStore Cases => _truth.Cases;

    public BlobStorage Storage => _truth.Storage;

    /// <summary>A case that the policy published, and its video.</summary>
    /// <param name="content">Identical copies have the same.</param>
    public async Task<string> PublishAsync(string content, string uploader = "user-1")
    {
        var name = $"{Guid.NewGuid():N}.mp4";
        var published = TestCases.PublishedWithNotice(name);
        var bytes = BinaryData.FromString(content.PadRight(1024));
        var marked = new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string>(PublishedNotices.Metadata(published)) { [BlobCopier.CaseIdKey] = published.CaseId },
        };
        await Storage.Blob(published.Location!).UploadAsync(bytes, marked);
        var stored = await _truth.Recorded.CreateAsync(published with
        {
            Policy = TestPolicies.Shipped.Active.Pin,
            Submission = published.Submission with { Uploader = uploader },
            ContentFingerprint = Base32.Hash(content),
        });
        await new RelatedCases(Storage).AddAsync(stored.Case);
        return stored.Case.CaseId;
    }

    /// <summary>Enters an order as the API does, at the present time.</summary>
    public async Task<TransitionResult?> OrderAsync(string caseId, TakedownOrder order, bool senior = false)
    {
        var caller = new Caller("mona", IsStaff: true, IsSenior: senior);
        var now = Time.GetUtcNow();
        Assert.Null(order.Validate(now));
        return await ChangeAsync(caseId, (current, policy) => TakedownRules.Order(current, order, caller, now, policy));
    }

    public Task<TransitionResult?> DecideAsync(string caseId, TakedownDecision decision, string by = "sue", bool senior = true) => ChangeAsync(
        caseId, (current, policy) => TakedownRules.Decide(
            current, decision, new(by, IsStaff: true, IsSenior: senior), Time.GetUtcNow(), policy));

    public Task<TransitionResult?> AppealAsync(string caseId) => ChangeAsync(caseId, (current, policy) => UploaderRules.Appeal(
        current, new(ReviewAction.Appeal, current.Case.Submission.Uploader!, Time.GetUtcNow()), "It is mine.", policy));

    public Task<TransitionResult?> ApproveAsync(string caseId, string by, bool lifts = false) => ChangeAsync(
        caseId, (current, policy) => ReviewRules.Judge(current, new(ReviewAction.Decide, by, Time.GetUtcNow()), new ReviewDecision
        {
            Verdict = ReviewVerdict.Approve,
            ReasonCode = policy.ApproveReasons[0].Code,
            LiftsNotices = lifts ? true : null,
            DecidedBy = by,
            DecidedAt = Time.GetUtcNow(),
            IdempotencyKey = "key-1",
            RequestHash = "hash-1",
        }, policy));

    public async Task<ModerationCase> CaseAsync(string caseId) => (await Cases.RequireAsync(caseId)).Case;

    public async Task<IReadOnlyList<AuditEntry>> LogAsync(string caseId)
    {
        Assert.Null((await _truth.Integrity.ReadAsync(caseId)).Break);
        return (await _truth.Audit.ReadAsync(caseId, (await CaseAsync(caseId)).AuditHead)).Entries;
    }

    /// <summary>Gets whether the audience can still get a video of the case.</summary>
    public async Task<bool> IsPublicAsync(string caseId) => await Storage.Container(Containers.Published)
        .GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, default)
        .AnyAsync(blob => BlobCopier.OwnerOf(blob.Metadata) == caseId);

    /// <returns>The refusal; null if the change was applied.</returns>
    private async Task<TransitionResult?> ChangeAsync(string caseId, Func<StoredCase, ReviewPolicy, TransitionResult> judge)
    {
        var current = await Cases.RequireAsync(caseId);
        var policy = (await _policies.GetAsync(current.Case.Policy)).Review;
        await Index.AddAsync(caseId, default);
        var result = await _truth.Changes.ApplyAsync(current, stored => judge(stored, policy), default);
        if (result.Refusal is { } refusal)
        {
            return new TransitionResult.Rejected(refusal);
        }

        var changed = result.Stored!.Case;
        await (changed.Review?.Appeal is null
            ? _starter.StartAsync(_backend.Client, changed, default)
            : _starter.MoveAsync(_backend.Client, changed, default));
        StartAll();
        return null;
    }

    private object? Step<T>(Task<T> step)
    {
        var result = step.GetAwaiter().GetResult();
        StartAll();
        return result;
    }

    /// <summary>Hands what was started and raised to the engine.</summary>
    private void StartAll()
    {
        foreach (var (id, input) in _backend.Inputs.Where(start => !_instances.ContainsKey(start.Key)).ToList())
        {
            _instances[id] = Engine.Start(input is TakedownRequest ? nameof(CarryOutTakedown) : nameof(ModerateVideo), input, id);
        }

        var raised = _backend.Raised.Reverse().Skip(_raised).ToList();
        _raised += raised.Count;
        raised.Where(happened => _instances.ContainsKey(happened.InstanceId)).ToList()
            .ForEach(happened => Engine.Raise(_instances[happened.InstanceId], happened.Name));
    }
}
