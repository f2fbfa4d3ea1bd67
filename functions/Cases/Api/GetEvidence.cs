using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases.Evidence;
using VideoGate.Http;

namespace VideoGate.Cases.Api;

/// <summary>
/// <c>GET /api/cases/{caseId}/evidence/{*file}</c>: the bytes of one evidence file. They come from an upload: browsers must not execute
/// them.
/// </summary>
public sealed class GetEvidence(EvidenceStore evidence)
{
    private const string Attachment = "attachment";

    // All other types are served as attachments.
    private static readonly Dictionary<string, string> Shown = new()
    {
        [".json"] = "application/json",
        [".jpg"] = "image/jpeg",
        [".txt"] = "text/plain; charset=utf-8",
    };

    [Function(nameof(GetEvidence))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{caseId}/evidence/{*file}")] HttpRequest request,
        string caseId,
        string? file,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!CaseId.IsValid(caseId) || await evidence.OpenAsync(caseId, file, cancellationToken) is not { } content)
        {
            return Problems.NotFound.Because("There is no such evidence.");
        }

        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (Shown.TryGetValue(Path.GetExtension(file) ?? "", out var contentType))
        {
            return Results.Stream(content, contentType);
        }

        headers.ContentDisposition = Attachment;
        return Results.Stream(content, "application/octet-stream");
    }
}
