using VideoGate.Policies;

namespace VideoGate.Health;

/// <summary>Reports the loaded policies. They are validated at startup: an app with an invalid policy does not start.</summary>
public sealed class PolicyProbe(LoadedPolicies policies)
{
    internal HealthCheck Check() => HealthCheck.Ok(
        "policies", $"{Named(policies.Active)} decides; loaded: {string.Join(' ', policies.All.Select(Named))}.");

    private static string Named(Policy policy) => $"{policy.Id}@{policy.Version}";
}
