namespace VideoGate.Cases;

/// <summary>
/// The C2PA lists used to validate a file's content credentials. Kept in container <c>trust</c> as long as cases exist.
/// </summary>
/// <param name="Signers">Null if there was none: no signer was validated.</param>
/// <param name="TimeStampers">Null if there was none: no time-stamp was accepted.</param>
/// <param name="Products">Conforming products; null if there was no list: no product was named.</param>
public sealed record TrustListsUsed(TrustListVersion? Signers, TrustListVersion? TimeStampers, TrustListVersion? Products);

/// <param name="Sha256">SHA-256 of the list's bytes, stored as <c>lists/{sha256}.pem</c>, of products <c>.json</c>.</param>
/// <param name="FetchedAt">When the source first served this version.</param>
public sealed record TrustListVersion(string Sha256, DateTimeOffset FetchedAt);
