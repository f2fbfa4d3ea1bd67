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

    /// <summary>Version of the specification that the claim says it follows.</summary>
    public string? SpecVersion { get; init; }

    /// <summary>
    /// Product on the Conforming Products List that signed; null without a list, and for signers that are not trusted, whose names are
    /// their own.
    /// </summary>
    public ConformingProduct? Product { get; init; }

    /// <summary>The class of the content by the C2PA Asset Rubrics; null if there are no credentials that can be read.</summary>
    public AssetRubric? Rubric { get; init; }

    /// <summary>Rules of the specification that the active manifest violates although it is unchanged since signing.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; init; } = [];

    /// <summary>Who the identity assertions of all manifests name.</summary>
    public IReadOnlyList<NamedActor> Identities { get; init; } = [];

    /// <summary>Properties in metadata assertions of the active manifest, by the names written there. Untrusted text.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
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
