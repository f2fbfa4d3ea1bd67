using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.TrustLists;

/// <summary>The current trust anchors and conforming products, and the lists that they come from.</summary>
public sealed record TrustInForce(
    TrustAnchors Signers, TrustAnchors TimeStampers, ConformingProducts Products, TrustListsUsed? Lists);
