using VideoGate.Policies;

namespace VideoGate.Health;

/// <summary>Which policies are loaded. They are checked at start: an app whose policies are bad does not run.</summary>
public sealed class PolicyProbe(LoadedPolicies policies)
{
    internal HealthCheck Check() => HealthCheck.Ok(
        "policies", $"{Named(policies.Active)} decides; loaded: {string.Join(' ', policies.All.Select(Named))}.");

    private static string Named(Policy policy) => $"{policy.Id}@{policy.Version}";
}
