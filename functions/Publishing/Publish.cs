using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Publishes a video from <c>quarantine</c>, where it was taken in.</summary>
public sealed class Publish(FinalMove move)
{
    [Function(nameof(Publish))]
    public Task<CaseState> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken) =>
        move.RunAsync(caseId, Containers.Published, CaseState.Published, cancellationToken);
}
