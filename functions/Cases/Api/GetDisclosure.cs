using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Http;

namespace VideoGate.Cases.Api;

/// <summary>
/// <c>GET /api/published/{caseId}/disclosure</c>: returns the notices to show with a published video, and what is known of its origin. For
/// everybody: the video is public, and so is what viewers must be told about it.
/// </summary>
public sealed class GetDisclosure(CaseStore cases)
{
    // As long as the video itself may be cached: a withdrawn video and its notices leave caches together.
    private const string Cached = "public, max-age=300";

    [Function(nameof(GetDisclosure))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/published/{caseId}/disclosure")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await cases.GetAsync(caseId, cancellationToken) is not { Case.State: CaseState.Published } stored)
        {
            return Problems.NotFound.Because("There is no such published video.");
        }

        var headers = request.HttpContext.Response.Headers;
        (headers.ETag, headers.CacheControl) = (stored.ETag.ToString("H"), Cached);
        return request.GetTypedHeaders().IfNoneMatch.Any(seen => seen.Tag == stored.ETag.ToString("H"))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Json(PublishedDisclosure.Of(stored.Case), CaseViewJson.Default.PublishedDisclosure);
    }
}
