using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Review.Rules;
using VideoGate.Review.Steps;

namespace VideoGate.Takedowns;

/// <summary>Handles requests about orders; each applies a rule to the case and its policy.</summary>
public sealed class TakedownHandler(
    CaseStore cases, PolicyArchive policies, ReviewChanges changes, TakedownIndex index, TakedownStarter starter)
{
    /// <param name="judge">Pure.</param>
    /// <param name="status">HTTP status of an applied change.</param>
    internal async Task<IResult> HandleAsync(
        HttpRequest request, string caseId, DurableTaskClient client, Func<StoredCase, ReviewPolicy, TransitionResult> judge, int status,
        CancellationToken cancellationToken)
    {
        if (await cases.GetAsync(caseId, cancellationToken) is not { } current)
        {
            return Problems.NotFound.Because("There is no such case.");
        }

        var policy = (await policies.GetAsync(current.Case.Policy, cancellationToken)).Review;
        if (await changes.PreviewAsync(current, stored => judge(stored, policy), cancellationToken) is TransitionResult.Rejected rejected)
        {
            return rejected.Problem;
        }

        // Before the order: a process that ends in between leaves a row that leads to it.
        await index.AddAsync(caseId, cancellationToken);
        var result = await changes.ApplyAsync(current, stored => judge(stored, policy), cancellationToken);
        if (result.Stored is not { Case.Takedown: { } order } stored)
        {
            return result.Refusal!;
        }

        await starter.TryStartAsync(client, stored.Case);
        request.HttpContext.Response.Headers.ETag = stored.ETag.ToString("H");
        return Results.Json(TakedownView.Of(order, Caller.Of(request)), CaseViewJson.Default.TakedownView, statusCode: status);
    }
}
