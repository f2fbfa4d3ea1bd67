using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.TrustLists;

/// <summary>Anchors to judge by, and which lists they are from.</summary>
public sealed record TrustInForce(TrustAnchors Signers, TrustAnchors TimeStampers, TrustListsUsed? Lists);
