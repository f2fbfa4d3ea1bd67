using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using VideoGate.Http;

namespace VideoGate.ReviewConsole;

/// <summary><c>GET /console/{*file}</c>: serves the review console. The files are public; the data they show need a token.</summary>
public sealed class ServeConsole(ConsoleSite site)
{
    [Function(nameof(ServeConsole))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/{*file}")] HttpRequest request, string? file)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (site.Find(file) is not { } found)
        {
            return Problems.NotFound.Because("The console has no such file.");
        }

        var headers = request.HttpContext.Response.Headers;
        site.Headers.Apply(headers);
        headers.CacheControl = "no-cache";
        headers.ETag = found.ETag;
        return request.GetTypedHeaders().IfNoneMatch.Any(tag => Names(tag, found))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(found.Content, found.ContentType);
    }

    // An intermediary cache may have weakened the tag (RFC 9110 section 13.1.2).
    private static bool Names(EntityTagHeaderValue tag, ConsoleFile file) => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == file.ETag;
}
