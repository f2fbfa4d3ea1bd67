using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Http;
using VideoGate.Policies;

namespace VideoGate.Reporting.Statements;

/// <summary><c>GET /api/cases/{caseId}/statement</c>: the statement of reasons, in the caller's language.</summary>
public sealed class GetStatement(CaseStore cases, PolicyArchive policies)
{
    [Function(nameof(GetStatement))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}/statement")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        if (await cases.GetAsync(caseId, cancellationToken) is not { Case: var decided } || !CaseView.MaySee(caller, decided))
        {
            return Problems.NotFound.Because("There is no such case, or it belongs to another uploader.");
        }

        var texts = StatementTexts.For(request.GetTypedHeaders());
        var policy = await policies.GetAsync(decided.Policy, cancellationToken);
        if (StatementWriter.Write(decided, policy, texts) is not { } statement)
        {
            return Problems.NotFound.Because("There is no decision on this video.");
        }

        var headers = request.HttpContext.Response.Headers;
        headers.ContentLanguage = texts.Language;
        headers.Vary = HeaderNames.AcceptLanguage;
        return Results.Json(statement, StatementJson.Default.Statement);
    }
}
