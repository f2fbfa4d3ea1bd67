using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Http;

namespace VideoGate.Cases.Api;

/// <summary><c>GET /api/cases/{caseId}</c>: returns a case; staff read every case, uploaders only theirs.</summary>
public sealed class GetCase(CaseStore cases)
{
    [Function(nameof(GetCase))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        if (await cases.GetAsync(caseId, cancellationToken) is not { } stored || !CaseView.MaySee(caller, stored.Case))
        {
            return Problems.NotFound.Because("There is no such case, or it belongs to another uploader.");
        }

        request.HttpContext.Response.Headers.ETag = stored.ETag.ToString("H");
        return Results.Json(CaseView.Of(stored.Case, caller), CaseViewJson.Default.CaseView);
    }
}
