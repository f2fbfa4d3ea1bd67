namespace VideoGate.TrustLists;

/// <summary>
/// C2PA keeps the authorities of signers and of time-stampers apart: one says nothing about the other (C2PA 2.2, section 14.4).
/// </summary>
public enum TrustListKind
{
    Signers,
    TimeStampers,
}
