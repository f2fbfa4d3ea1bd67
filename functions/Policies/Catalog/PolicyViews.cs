using System.Text.Json;
using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Policies.Catalog;

/// <summary>One version of a policy in an API listing.</summary>
/// <param name="Role">
/// Effect on new cases: <c>active</c>, <c>shadow</c>, <c>law</c> or <c>idle</c>; <c>earlier</c> if the app now has another version.
/// </param>
/// <param name="KeptAt">Earliest time at which cases may have been opened under it.</param>
internal sealed record PolicyLine(
    string Id, string Version, string Hash, string Title, string Source, PolicyRole Role, DateTimeOffset? KeptAt = null)
{
    public static PolicyLine Of(Policy policy, LoadedPolicies policies, DateTimeOffset? keptAt = null) =>
        new(policy.Id, policy.Version, policy.Hash, policy.Title, policy.Source, RoleOf(policy, policies), keptAt);

    public static PolicyRole RoleOf(Policy policy, LoadedPolicies policies) =>
        policy.Hash == policies.Active.Hash ? PolicyRole.Active
        : policy.Hash == policies.Shadow?.Hash ? PolicyRole.Shadow
        : policies.TryGet(policy.Hash, out _) ? policies.IsInForce(policy) ? PolicyRole.Law : PolicyRole.Idle
        : PolicyRole.Earlier;
}

[JsonConverter(typeof(CamelCase<PolicyRole>))]
internal enum PolicyRole
{
    Active,
    Shadow,

    /// <summary>Asked for the audience of its jurisdiction.</summary>
    Law,

    Idle,
    Earlier,
}

/// <param name="Document">The content of the policy file.</param>
internal sealed record PolicyView(string Id, string Version, string Hash, PolicyRole Role, JsonElement Document)
{
    public static PolicyView Of(PolicyFile file, LoadedPolicies policies)
    {
        using var document = JsonDocument.Parse(file.Text);
        var policy = file.Policy;
        return new(policy.Id, policy.Version, policy.Hash, PolicyLine.RoleOf(policy, policies), document.RootElement.Clone());
    }
}

internal sealed record PolicyList(IReadOnlyList<PolicyLine> Value);

/// <param name="Unreadable">Hashes of archived policies that are missing or were changed; their policy id is unknown.</param>
internal sealed record PolicyVersions(IReadOnlyList<PolicyLine> Value, IReadOnlyList<string> Unreadable);
