using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Policies.Catalog;

/// <summary><c>GET /api/policies</c>: lists the loaded policies.</summary>
public sealed class ListPolicies(LoadedPolicies policies)
{
    [Function(nameof(ListPolicies))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/policies")] HttpRequest request) =>
        Results.Json(new PolicyList([.. policies.All.Select(policy => PolicyLine.Of(policy, policies))]), CatalogJson.Default.PolicyList);
}
