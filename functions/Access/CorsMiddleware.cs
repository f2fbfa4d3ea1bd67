using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using VideoGate.Http;

namespace VideoGate.Access;

/// <summary>
/// Lets pages on allowed origins call the API (Fetch standard, CORS protocol). Without credentials of the browser: callers send tokens.
/// </summary>
internal sealed class CorsMiddleware(IOptions<CorsOptions> options) : IFunctionsWorkerMiddleware
{
    private const string Methods = "GET, POST, PUT, DELETE";
    private const string Read = "ETag, Location, Retry-After";
    private const string Sent = "Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match";
    private const string TwoHours = "7200";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.HttpContext();
        var headers = http.Response.Headers;
        if (options.Value.AllowedOrigins.Count > 0)
        {
            headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        }

        var origin = http.Request.Headers.Origin.ToString();
        if (!options.Value.AllowedOrigins.Contains(origin))
        {
            await next(context);
            return;
        }

        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = Read;
        if (!IsPreflight(http.Request))
        {
            await next(context);
            return;
        }

        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = Sent;
        headers.AccessControlMaxAge = TwoHours;
        context.GetInvocationResult().Value = Results.NoContent();
    }

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod);
}
