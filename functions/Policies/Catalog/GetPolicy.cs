using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Http;

namespace VideoGate.Policies.Catalog;

/// <summary>
/// <c>GET /api/policies/{policyId}</c>: returns the policy file; with <c>?hash=</c> the version that a case was decided by.
/// </summary>
public sealed class GetPolicy(LoadedPolicies policies, PolicyArchive pinned)
{
    [Function(nameof(GetPolicy))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/policies/{policyId}")] HttpRequest request,
        string policyId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var hash = request.Query["hash"].ToString();
        var file = hash is ""
            ? policies.Files.FirstOrDefault(file => file.Policy.Id == policyId)
            : await FindAsync(policyId, hash, cancellationToken);
        return file is null
            ? Problems.NotFound.Because("There is no such policy, or no such version of it.")
            : Results.Json(PolicyView.Of(file, policies), CatalogJson.Default.PolicyView);
    }

    private async Task<PolicyFile?> FindAsync(string policyId, string hash, CancellationToken cancellationToken) =>
        (await pinned.HistoryAsync(policyId, cancellationToken)).Versions.Select(version => version.File)
            .FirstOrDefault(file => file.Policy.Hash == hash);
}
