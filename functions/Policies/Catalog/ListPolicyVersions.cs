using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Http;

namespace VideoGate.Policies.Catalog;

/// <summary><c>GET /api/policies/{policyId}/versions</c>: lists the versions that cases may have been decided by, newest first.</summary>
public sealed class ListPolicyVersions(LoadedPolicies policies, PolicyArchive pinned)
{
    [Function(nameof(ListPolicyVersions))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/policies/{policyId}/versions")] HttpRequest request,
        string policyId,
        CancellationToken cancellationToken)
    {
        var history = await pinned.HistoryAsync(policyId, cancellationToken);
        if (history.Versions is [])
        {
            return Problems.NotFound.Because("There is no such policy.");
        }

        var lines = history.Versions.Select(version => PolicyLine.Of(version.File.Policy, policies, version.KeptAt));
        return Results.Json(new PolicyVersions([.. lines], history.Unreadable), CatalogJson.Default.PolicyVersions);
    }
}
