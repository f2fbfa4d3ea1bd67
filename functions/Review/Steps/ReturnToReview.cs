using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Publishing;
using VideoGate.Review.Rules;
using VideoGate.Storage;

namespace VideoGate.Review.Steps;

/// <summary>Returns a case to its moderators if the ordered label cannot be applied. The video stays in quarantine.</summary>
public sealed partial class ReturnToReview(
    BlobStorage storage, CaseStore cases, ReviewChanges changes, PolicyArchive policies, TimeProvider time, ILogger<ReturnToReview> logger)
{
    [Function(nameof(ReturnToReview))]
    public async Task RunAsync([ActivityTrigger] LabelFailure input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var stored = await cases.RequireAsync(input.CaseId, cancellationToken);
        var policy = (await policies.GetAsync(stored.Case.Policy, cancellationToken)).Review;
        var now = time.GetUtcNow();
        await storage.Blob(LabelledCopyWriter.Place(input.CaseId)).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        var outcome =
            await changes.ApplyAsync(stored, current => LabellingReopening.Judge(current, input.Problem, policy, now), cancellationToken);
        if (outcome.Stored is not { } returned)
        {
            return;
        }

        await changes.FinishAsync(returned, cancellationToken);
        Log.Returned(logger, input.CaseId, input.Problem.Code);
    }

    private static partial class Log
    {
        [LoggerMessage(5101, LogLevel.Warning,
            "Case {CaseId}: the ordered label cannot be written ({Code}); the case returns to review.")]
        public static partial void Returned(ILogger logger, string caseId, string code);
    }
}
