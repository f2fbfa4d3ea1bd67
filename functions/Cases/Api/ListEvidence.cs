using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases.Evidence;
using VideoGate.Http;

namespace VideoGate.Cases.Api;

/// <summary><c>GET /api/cases/{caseId}/evidence</c>: lists the evidence files of a case.</summary>
public sealed class ListEvidence(CaseStore cases, EvidenceStore evidence)
{
    [Function(nameof(ListEvidence))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}/evidence")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken) =>
        await cases.GetAsync(caseId, cancellationToken) is null
            ? Problems.NotFound.Because("There is no such case.")
            : Results.Json(new EvidenceList(await evidence.ListAsync(caseId, cancellationToken)), EvidenceListJson.Default.EvidenceList);
}
