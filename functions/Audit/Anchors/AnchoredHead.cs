namespace VideoGate.Audit.Anchors;

/// <summary>The last entry of a case's log when it was anchored.</summary>
internal sealed record AnchoredHead(string CaseId, long Sequence, string Hash);
