namespace VideoGate.TrustLists;

/// <summary>
/// C2PA separates the authorities of signers from those of time-stampers: neither vouches for the other (C2PA 2.2, section 14.4). A third
/// list names the products that trusted signers are.
/// </summary>
public enum TrustListKind
{
    Signers,
    TimeStampers,

    /// <summary>The C2PA Conforming Products List; it makes no signer trusted.</summary>
    Products,
}
