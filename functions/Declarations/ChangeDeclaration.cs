using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Access;
using VideoGate.Cases.Api;
using VideoGate.Http;

namespace VideoGate.Declarations;

/// <summary>
/// <c>PUT /api/cases/{caseId}/declaration</c>: the uploader, or a moderator, changes what was declared about AI, with a record.
/// </summary>
public sealed class ChangeDeclaration(DeclarationHandler handler)
{
    [Function(nameof(ChangeDeclaration))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/cases/{caseId}/declaration")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, DeclarationJson.Default.DeclarationChange, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var caller = Caller.Of(request);
        var result = await handler.ChangeAsync(caseId, body, caller, client, cancellationToken);
        if (result.Stored is not { } stored)
        {
            return result.Refusal!;
        }

        request.HttpContext.Response.Headers.ETag = stored.ETag.ToString("H");
        return Results.Json(CaseView.Of(stored.Case, caller), CaseViewJson.Default.CaseView);
    }
}
