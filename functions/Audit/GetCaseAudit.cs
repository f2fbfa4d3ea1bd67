using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Audit;

/// <summary><c>GET /api/cases/{caseId}/audit</c>: the audit log of a case, the state of its hash chain, and whether the case agrees with
/// the log.</summary>
public sealed class GetCaseAudit(CaseStore cases, CaseIntegrity integrity)
{
    [Function(nameof(GetCaseAudit))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}/audit")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        if (await cases.GetAsync(caseId, cancellationToken) is not { } stored)
        {
            return Problems.NotFound.Because("There is no such case.");
        }

        var held = await integrity.CheckAsync(stored, cancellationToken);
        return Results.Json(
            CaseAudit.Of(caseId, held.Trail with { Break = held.Break }, held.Stored.Case.TextKey), AuditJson.Default.CaseAudit);
    }
}
