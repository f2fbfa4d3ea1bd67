namespace VideoGate.TrustLists;

/// <summary>
/// C2PA separates the authorities of signers from those of time-stampers: neither vouches for the other (C2PA 2.2, section 14.4).
/// </summary>
public enum TrustListKind
{
    Signers,
    TimeStampers,
}
