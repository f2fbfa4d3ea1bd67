using System.Text.Json.Serialization;

namespace AiLabels.Reports;

/// <summary>C2PA content credentials: integrity and trust in the signer are separate facts.</summary>
public sealed record CredentialReport
{
    public static CredentialReport None { get; } = new();

    public CredentialIntegrity Integrity { get; init; }

    public SignerTrust Signer { get; init; }

    /// <summary>Time of signing, as a trusted time-stamp attests it.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Label of the active manifest.</summary>
    public string? ActiveManifest { get; init; }

    /// <summary>Organization and common name in the signing certificate, as claimed.</summary>
    public string? SignerName { get; init; }

    public string? ClaimGenerator { get; init; }
}

[JsonConverter(typeof(CamelCase<CredentialIntegrity>))]
public enum CredentialIntegrity
{
    /// <summary>No content credentials in the file.</summary>
    None,

    /// <summary>Present and read, but neither hashes nor signature were checked.</summary>
    Unverified,

    Intact,
    Broken,

    /// <summary>Present but unreadable; or the read ended before every place that could hold them was read.</summary>
    Unreadable,
}

[JsonConverter(typeof(CamelCase<SignerTrust>))]
public enum SignerTrust
{
    None,
    Unverified,
    Trusted,
    Untrusted,
    Expired,
    NotYetValid,
    Revoked,
    Invalid,
}
