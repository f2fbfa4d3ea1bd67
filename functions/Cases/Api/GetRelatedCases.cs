using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Http;

namespace VideoGate.Cases.Api;

/// <summary><c>GET /api/cases/{caseId}/related</c>: other cases by the same uploader, and with the same content.</summary>
public sealed class GetRelatedCases(CaseStore cases, RelatedCases related)
{
    private const int MaxListed = 20;

    [Function(nameof(GetRelatedCases))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}/related")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        if (await cases.GetAsync(caseId, cancellationToken) is not { Case: var shown })
        {
            return Problems.NotFound.Because("There is no such case.");
        }

        var uploader = await ReadAsync(await related.SameUploaderAsync(shown, MaxListed, cancellationToken), cancellationToken);
        var content = await ReadAsync(await related.SameContentAsync(shown, MaxListed, cancellationToken), cancellationToken);
        return Results.Json(new RelatedCaseLists(uploader, content), EvidenceListJson.Default.RelatedCaseLists);
    }

    private async Task<IReadOnlyList<RelatedCase>> ReadAsync(IReadOnlyList<string> caseIds, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(caseIds.Select(caseId => cases.GetAsync(caseId, cancellationToken)));
        return [.. found.OfType<StoredCase>().Select(stored => RelatedCase.Of(stored.Case))];
    }
}
