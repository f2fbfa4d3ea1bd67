using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases.Uploads;
using VideoGate.Http;

namespace VideoGate.Cases.Api;

/// <summary><c>GET /api/cases/{caseId}/related</c>: other cases by the same uploader, and with the same content.</summary>
public sealed class GetRelatedCases(CaseStore cases, RelatedCases related, UploaderStore uploaders)
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
        var record = shown.Submission.Uploader is { } subject
            ? await uploaders.GetAsync(UploaderStore.Reference(subject), cancellationToken)
            : null;
        return Results.Json(
            new RelatedCaseLists(
                uploader.Cases, content.Cases, [.. uploader.Unreadable.Union(content.Unreadable)],
                record?.Value.FalseDeclarations ?? []),
            EvidenceListJson.Default.RelatedCaseLists);
    }

    private async Task<(IReadOnlyList<RelatedCase> Cases, IEnumerable<string> Unreadable)> ReadAsync(
        IReadOnlyList<string> caseIds, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(caseIds.Select(async caseId => (CaseId: caseId, Read: await ReadAsync(caseId, cancellationToken))));
        return (
            [.. found.Select(related => related.Read.Case).OfType<RelatedCase>()],
            found.Where(related => related.Read.IsUnreadable).Select(related => related.CaseId));
    }

    private async Task<(RelatedCase? Case, bool IsUnreadable)> ReadAsync(string caseId, CancellationToken cancellationToken)
    {
        try
        {
            return (await cases.GetAsync(caseId, cancellationToken) is { } stored ? RelatedCase.Of(stored.Case) : null, false);
        }
        catch (JsonException)
        {
            return (null, true);
        }
    }
}
