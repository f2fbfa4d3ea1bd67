using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Health;

/// <summary><c>GET /api/openapi.yaml</c>: the OpenAPI description shipped with this build.</summary>
public sealed class OpenApi
{
    // RFC 9512 registers the media type.
    private const string ContentType = "application/yaml";

    private static readonly string Document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi.yaml"));

    [Function(nameof(OpenApi))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.yaml")] HttpRequest request) =>
        Results.Text(Document, ContentType);
}
