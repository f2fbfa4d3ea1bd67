using VideoGate.Audit;

namespace VideoGate.Health;

/// <summary>Reports whether the manifests of audit logs are signed.</summary>
public sealed class AuditProbe(AuditSigner signer)
{
    private const string Name = "audit";

    internal HealthCheck Check() => signer.IsSigning
        ? HealthCheck.Ok(Name, $"Audit log manifests are signed with key {signer.KeyId}.")
        : HealthCheck.Degraded(
            Name, "Audit log manifests are chained but unsigned: an attacker who can write both accounts can replace them.",
            "Set Audit__SigningKey; docs/operations.md, \"Signing key\".");
}
