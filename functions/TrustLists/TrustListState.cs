namespace VideoGate.TrustLists;

/// <summary>Which list is in force, and since when.</summary>
/// <param name="Sha256">Translate its bytes, which stand under that name.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Certificates">How many authorities it holds.</param>
/// <param name="FetchedAt">When its source first gave it out like this.</param>
/// <param name="ConfirmedAt">When its source last did.</param>
public sealed record TrustListState(string Sha256, Uri Source, int Certificates, DateTimeOffset FetchedAt, DateTimeOffset ConfirmedAt);
