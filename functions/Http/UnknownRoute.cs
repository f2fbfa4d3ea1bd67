using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Http;

/// <summary>Handles every unmatched route: the host's own 404 has no body.</summary>
public sealed class UnknownRoute
{
    [Function(nameof(UnknownRoute))]
    public static IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "api/{*path}")]
        HttpRequest request) =>
        Problems.NotFound.Because("The API has no such operation; GET /api/openapi.yaml lists them all.");
}
