using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Access;
using VideoGate.Http;

namespace VideoGate.LibraryImports;

/// <summary>
/// <c>POST /api/imports</c>: takes videos that were published before the gate knew them through the workflow, as a dry run unless the
/// request says otherwise.
/// </summary>
public sealed class StartImport(ImportStore imports, TimeProvider time)
{
    [Function(nameof(StartImport))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/imports")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, ImportJson.Default.ImportRequest, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var import = body.ToImport(Caller.Of(request).Subject, time.GetUtcNow());
        await imports.CreateAsync(new(import), cancellationToken);
        await ImportStarter.StartAsync(client, import.ImportId, cancellationToken);
        request.HttpContext.Response.Headers["Operation-Location"] = $"/api/imports/{import.ImportId}";
        return Results.Json(import, ImportJson.Default.Import, statusCode: StatusCodes.Status202Accepted);
    }
}
