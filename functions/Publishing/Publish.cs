using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Publishes a video, from <c>uploads</c> or from <c>quarantine</c>.</summary>
public sealed class Publish(FinalMove move)
{
    [Function(nameof(Publish))]
    public Task<CaseState> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken) =>
        move.RunAsync(caseId, Containers.Published, CaseState.Published, cancellationToken);
}
