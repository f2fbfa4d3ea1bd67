namespace VideoGate.Cases;

/// <summary>
/// The C2PA trust lists that a file's content credentials were judged by. They stand in container <c>trust</c>, as long as there are cases.
/// </summary>
/// <param name="Signers">Null when there was none: no signer was judged.</param>
/// <param name="TimeStampers">Null when there was none: no time-stamp counted.</param>
public sealed record TrustListsUsed(TrustListVersion? Signers, TrustListVersion? TimeStampers);

/// <param name="Sha256">Translate the list's bytes, <c>lists/{sha256}.pem</c>.</param>
/// <param name="FetchedAt">When its source first gave it out like this.</param>
public sealed record TrustListVersion(string Sha256, DateTimeOffset FetchedAt);
