using Microsoft.Extensions.Options;
using VideoGate.Policies;
using VideoGate.Publishing;

namespace VideoGate.Health;

/// <summary>
/// Reports the loaded policies, and whether what they ask for can be done. They are validated at startup: an app with an invalid policy
/// does not start.
/// </summary>
public sealed class PolicyProbe(LoadedPolicies policies, IOptions<LabellingOptions> labelling)
{
    internal HealthCheck Check() => Judge(policies, labelling.Value.ContentPropagator);

    /// <param name="code">The platform's code for its labels in metadata; null or empty if it has none.</param>
    internal static HealthCheck Judge(LoadedPolicies policies, string? code)
    {
        var detail = $"{Named(policies.Active)} decides; loaded: {string.Join(' ', policies.All.Select(Named))}.";
        var asking = policies.LawsFor([]).Prepend(policies.Active)
            .FirstOrDefault(policy => policy.Rules.Any(rule => rule.Label is { Metadata: true }));
        return asking is null || !string.IsNullOrEmpty(code)
            ? HealthCheck.Ok("policies", detail)
            : HealthCheck.Degraded(
                "policies",
                $"{detail} {Named(asking)} requires labels in metadata, for which the platform has no code: such videos are quarantined.",
                "Set Labelling__ContentPropagator to the platform's code (GB 45438-2025 annex E).");
    }

    private static string Named(Policy policy) => $"{policy.Id}@{policy.Version}";
}
