namespace AiLabels.Reports;

/// <summary>A person or organization that a CAWG identity assertion names. Untrusted text.</summary>
public sealed record NamedActor
{
    /// <summary>Name, user name or address; null if the credential gives none.</summary>
    public string? Name { get; init; }

    /// <summary>Kind of the credential, such as <c>cawg.x509.cose</c> or <c>cawg.identity_claims_aggregation</c>.</summary>
    public required string Credential { get; init; }

    /// <summary>Kind of the identity, such as <c>cawg.social_media</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Service that knows the actor by this identity.</summary>
    public string? Provider { get; init; }

    /// <summary>Who vouches for the identity, such as a DID.</summary>
    public string? Issuer { get; init; }

    /// <summary>When the issuer states to have verified the identity.</summary>
    public string? VerifiedAt { get; init; }

    /// <summary>Roles, such as <c>cawg.creator</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Label of the manifest that holds the assertion.</summary>
    public required string Manifest { get; init; }

    /// <summary>Whether the identity was verified here. Always false: trust lists and DID documents of identities are not read.</summary>
    public bool Verified { get; init; }
}
