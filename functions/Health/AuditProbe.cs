using VideoGate.Audit;

namespace VideoGate.Health;

/// <summary>Reports whether the manifests of audit logs are signed.</summary>
public sealed class AuditProbe(AuditSigner signer)
{
    private const string Name = "audit";

    internal HealthCheck Check() => signer.IsSigning
        ? HealthCheck.Ok(Name, $"Manifests of audit logs are signed by key {signer.KeyId}.")
        : HealthCheck.Degraded(
            Name, "Manifests of audit logs are chained and unsigned: an attacker who can write both accounts can replace them.",
            "Set Audit__SigningKey; docs/operations.md, \"Signing key\".");
}
