using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Audit;

/// <summary><c>GET /api/cases/{caseId}/audit</c>: the audit log of a case and the state of its hash chain.</summary>
public sealed class GetCaseAudit(CaseStore cases, AuditLog audit)
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

        var trail = await audit.ReadAsync(caseId, stored.Case.AuditHead, cancellationToken);
        return Results.Json(CaseAudit.Of(caseId, trail), AuditJson.Default.CaseAudit);
    }
}
