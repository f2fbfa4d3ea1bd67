using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Serverless.Access;
using Serverless.Cases;
using Serverless.Policies;

namespace Serverless.Review;

/// <summary>Where requests to change a review come in, each as a rule about the case and its policy.</summary>
public sealed partial class ReviewDesk(CaseStore cases, PinnedPolicies policies, ReviewChanges changes, ILogger<ReviewDesk> logger)
{
    /// <param name="judge">Pure.</param>
    internal async Task<ReviewOutcome> ChangeAsync(string caseId, Func<StoredCase, ReviewPolicy, Ruling> judge, CancellationToken cancellationToken)
    {
        if (await cases.GetAsync(caseId, cancellationToken) is not { } current)
        {
            return new(null, Problems.NotFound.Because("There is no such case."));
        }

        var policy = await policies.GetAsync(current.Case.Policy, cancellationToken);
        return await changes.ApplyAsync(current, stored => judge(stored, policy.Review), cancellationToken);
    }

    /// <summary>A change that the case's orchestration is told about at once, rather than finding it on its next timer.</summary>
    internal async Task<ReviewOutcome> ChangeAsync(
        string caseId, Func<StoredCase, ReviewPolicy, Ruling> judge, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var outcome = await ChangeAsync(caseId, judge, cancellationToken);
        if (outcome.Stored is { } stored)
        {
            await WakeAsync(client, stored.Case);
        }

        return outcome;
    }

    private async Task WakeAsync(DurableTaskClient client, ModerationCase changed)
    {
        try
        {
            await client.RaiseEventAsync(changed.Review?.Instance ?? changed.CaseId, ReviewEvents.Decided, CancellationToken.None);
        }
#pragma warning disable CA1031 // Each backend has exceptions of its own, and none of them undoes the change.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotWoken(logger, changed.CaseId, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6001, LogLevel.Warning, "Case {CaseId}: the change stands, but its orchestration was not woken up and will find it on its next timer.")]
        public static partial void NotWoken(ILogger logger, string caseId, Exception exception);
    }
}
