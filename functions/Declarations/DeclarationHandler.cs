using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Publishing;
using VideoGate.Review.Rules;
using VideoGate.Review.Steps;
using VideoGate.Storage;

namespace VideoGate.Declarations;

/// <summary>Changes declarations, and carries out what the policies then decide. Repeating a change completes it.</summary>
public sealed class DeclarationHandler(
    CaseStore cases, PolicyArchive policies, ReviewChanges changes, RedecisionSteps steps, IOptions<LabellingOptions> labelling,
    StorageClock clock)
{
    internal async Task<ReviewResult> ChangeAsync(
        string caseId, DeclarationChange asked, Caller caller, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await cases.GetAsync(caseId, cancellationToken) is not { } current)
        {
            return new(null, Problems.NotFound.Because("There is no such case, or it belongs to another uploader."));
        }

        var all = await policies.AskedAsync(current.Case, cancellationToken);
        var now = clock.Earliest();
        var result = await changes.ApplyAsync(
            current, stored => DeclarationRules.Change(stored, asked, caller, all, now, labelling.Value.HasCode), cancellationToken);
        if (result.Stored is { Case.PastDeclarations: [_, ..] } stored)
        {
            await steps.FollowAsync(client, stored.Case);
        }

        return result;
    }
}
