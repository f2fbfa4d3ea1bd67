using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Http;

namespace VideoGate.LibraryImports;

/// <summary><c>GET /api/imports/{importId}</c>: progress and counts of an import.</summary>
public sealed class GetImport(ImportStore imports)
{
    private const string PollAfterSeconds = "5";

    [Function(nameof(GetImport))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/imports/{importId}")] HttpRequest request,
        string importId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await imports.GetAsync(importId, cancellationToken) is not { Value.Import: var import })
        {
            return Problems.NotFound.Because("There is no such import.");
        }

        if (import.State is ImportState.Judging or ImportState.Applying)
        {
            request.HttpContext.Response.Headers.RetryAfter = PollAfterSeconds;
        }

        return Results.Json(import, ImportJson.Default.Import);
    }
}
