using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Cases.Orchestration;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Review.Rules;
using VideoGate.Review.Steps;
using VideoGate.Storage;
using VideoGate.Telemetry;

namespace VideoGate.Review.Api;

/// <summary>Handles all requests to change a review; each applies a rule to the case and its policy.</summary>
public sealed partial class ReviewCommandHandler(
    CaseStore cases, PolicyArchive policies, ReviewChanges changes, StorageClock clock, ILogger<ReviewCommandHandler> logger)
{
    /// <summary>Handles a moderator's request and returns the resulting review.</summary>
    /// <param name="judge">Pure; gets the case, the command, a valid body and the case's policy.</param>
    internal async Task<IResult> HandleModeratorAsync<T>(
        ReviewCall call,
        ReviewAction action,
        JsonTypeInfo<T> type,
        Func<StoredCase, ReviewCommand, T, ReviewPolicy, TransitionResult> judge,
        CancellationToken cancellationToken)
        where T : IChangeRequest
    {
        var (headers, problem) = DecisionHeaders.Read(call.Request);
        if (headers is null)
        {
            return problem!;
        }

        var body = await JsonBody.ReadAsync(call.Request, type, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var caller = Caller.Of(call.Request);
        var command = headers.Command(action, caller, clock.Earliest(), RequestHash.Of(body, type));
        var outcome =
            await ExecuteAsync(call.CaseId, (current, policy) => judge(current, command, body, policy), call.Client, cancellationToken);
        return outcome.Answer(call.Request, review => Results.Json(ReviewView.Of(review, caller), ReviewJson.Default.ReviewView));
    }

    /// <summary>
    /// Handles an uploader's request. Needs neither an ETag nor an idempotency key: the same text sent again changes nothing.
    /// </summary>
    /// <param name="judge">Pure; gets the case, the command, a valid body and the case's policy.</param>
    internal async Task<ReviewResult> HandleUploaderAsync<T>(
        ReviewCall call,
        ReviewAction action,
        JsonTypeInfo<T> type,
        Func<StoredCase, ReviewCommand, T, ReviewPolicy, TransitionResult> judge,
        CancellationToken cancellationToken)
        where T : IChangeRequest
    {
        var body = await JsonBody.ReadAsync(call.Request, type, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return new(null, invalid);
        }

        var command = new ReviewCommand(action, Caller.Of(call.Request).Subject, clock.Earliest());
        return await ExecuteAsync(call.CaseId, (current, policy) => judge(current, command, body, policy), call.Client, cancellationToken);
    }

    /// <param name="judge">Pure.</param>
    internal async Task<ReviewResult> ExecuteAsync(
        string caseId, Func<StoredCase, ReviewPolicy, TransitionResult> judge, CancellationToken cancellationToken)
    {
        if (await cases.GetAsync(caseId, cancellationToken) is not { } current)
        {
            return new(null, NoSuchCase());
        }

        using var span = CaseTrace.Join("change review", current.Case);
        var policy = await policies.GetAsync(current.Case.Policy, cancellationToken);
        return await changes.ApplyAsync(current, stored => judge(stored, policy.Review), cancellationToken);
    }

    /// <summary>
    /// Gets the result that <see cref="ExecuteAsync(string, Func{StoredCase, ReviewPolicy, TransitionResult}, CancellationToken)"/> would
    /// have, without changing anything.
    /// </summary>
    internal async Task<TransitionResult> PreviewAsync(
        string caseId, Func<StoredCase, ReviewPolicy, TransitionResult> judge, CancellationToken cancellationToken) =>
        await cases.GetAsync(caseId, cancellationToken) is { } current
            && (await policies.GetAsync(current.Case.Policy, cancellationToken)).Review is var policy
            ? await changes.PreviewAsync(current, stored => judge(stored, policy), cancellationToken)
            : ReviewGuards.Reject(NoSuchCase());

    /// <summary>Changes a review and resumes its orchestration at once instead of at its next timer.</summary>
    internal async Task<ReviewResult> ExecuteAsync(
        string caseId, Func<StoredCase, ReviewPolicy, TransitionResult> judge, DurableTaskClient? client,
        CancellationToken cancellationToken)
    {
        var outcome = await ExecuteAsync(caseId, judge, cancellationToken);
        if (client is not null && outcome.Stored is { } stored)
        {
            await WakeAsync(client, stored.Case);
        }

        return outcome;
    }

    private static ProblemResult NoSuchCase() => Problems.NotFound.Because("There is no such case.");

    private async Task WakeAsync(DurableTaskClient client, ModerationCase changed)
    {
        try
        {
            await CaseOrchestration.WakeAsync(client, changed);
        }
#pragma warning disable CA1031 // Exception types differ between backends, and none of them revokes the change.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotWoken(logger, changed.CaseId, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6001, LogLevel.Warning,
            "Case {CaseId}: the change is stored, but its orchestration was not notified; it sees the change at its next timer.")]
        public static partial void NotWoken(ILogger logger, string caseId, Exception exception);
    }
}
