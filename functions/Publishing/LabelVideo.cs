using Microsoft.Azure.Functions.Worker;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>
/// Creates and inspects the labelled copy that a moderator ordered, or that the policies require. Publishes nothing: the copy stays in the
/// evidence.
/// </summary>
public sealed class LabelVideo(CaseIntegrity integrity, Labeller labeller)
{
    /// <exception cref="StorageOutageException">Storage does not respond; the video is not at fault.</exception>
    [Function(nameof(LabelVideo))]
    public async Task<LabelledVideo> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        var held = await integrity.ReadAsync(caseId, cancellationToken);
        return held.Break is null && DueLabel.Of(held.Stored.Case) is { } due
            ? await labeller.LabelAsync(held.Stored.Case, due, cancellationToken)
            : new(Problem: null);
    }
}
