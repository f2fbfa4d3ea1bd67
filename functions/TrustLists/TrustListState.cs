namespace VideoGate.TrustLists;

/// <summary>The current list and its history.</summary>
/// <param name="Sha256">SHA-256 of its bytes, which names the stored list.</param>
/// <param name="Source">URL of the list.</param>
/// <param name="Entries">Number of authorities or products.</param>
/// <param name="FetchedAt">When the source first served this version.</param>
/// <param name="ConfirmedAt">When the source last served this version.</param>
public sealed record TrustListState(string Sha256, Uri Source, int Entries, DateTimeOffset FetchedAt, DateTimeOffset ConfirmedAt);
