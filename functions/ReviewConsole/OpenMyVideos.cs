using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.ReviewConsole;

/// <summary><c>GET /my</c>: redirects uploaders to their page of the console.</summary>
public static class OpenMyVideos
{
    [Function(nameof(OpenMyVideos))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my")] HttpRequest request) =>
        Results.Redirect("/console/#/my");
}
