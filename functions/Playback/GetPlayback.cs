using AiLabels.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Http;
using VideoGate.Storage;

namespace VideoGate.Playback;

/// <summary><c>GET /api/cases/{caseId}/playback</c>: returns a short-lived URL that plays the video.</summary>
public sealed class GetPlayback(
    CaseStore cases, EvidenceStore evidence, BlobStorage storage, IOptions<PlaybackOptions> options, TimeProvider time)
{
    [Function(nameof(GetPlayback))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}/playback")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        if (await cases.GetAsync(caseId, cancellationToken) is not { Case.Location: { } location })
        {
            return Problems.NotFound.Because("There is no such case, or its video no longer exists.");
        }

        var labels = await evidence.ReadAsync(caseId, EvidenceFiles.Labels, LabelJson.Default.LabelReport, cancellationToken);
        var contentType = VideoTypes.Of(labels?.Container.Format ?? ContainerFormat.Unknown);
        var expiresAt = time.GetUtcNow() + options.Value.Lifetime;
        var url = await storage.ReadingSasUriAsync(location, contentType, expiresAt, cancellationToken);
        return Results.Json(new Playback(url, contentType, expiresAt), PlainJson.Of(PlaybackJson.Default.Playback));
    }
}
