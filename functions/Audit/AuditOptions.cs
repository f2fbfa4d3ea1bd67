namespace VideoGate.Audit;

/// <summary>Section <c>Audit</c>: the key that signs the manifests of audit logs.</summary>
public sealed class AuditOptions
{
    public const string Section = "Audit";

    /// <summary>
    /// Private key that signs the daily manifests and events that wait for their log: an EC key on P-256, PKCS #8 in PEM. Without it
    /// manifests are chained and unsigned.
    /// </summary>
    public string? SigningKey { get; set; }

    /// <summary>Public keys in PEM of earlier signing keys, which still verify what they signed.</summary>
    public IList<string> RetiredKeys { get; } = [];

    /// <summary>
    /// First day, in UTC, whose manifest must be signed; every day if not set. Set it if the key was introduced after the first manifest.
    /// </summary>
    public DateOnly? SignedFrom { get; set; }
}
