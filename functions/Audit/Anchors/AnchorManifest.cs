namespace VideoGate.Audit.Anchors;

/// <summary>Content of one manifest: the heads of all logs that grew since the previous one.</summary>
/// <param name="Name">Blob name of the manifest.</param>
/// <param name="At">Start of the listing by the storage service's clock; the next manifest lists what changed since.</param>
/// <param name="Previous">The previous manifest; null in the first.</param>
internal sealed record AnchorManifest(
    string Name, DateTimeOffset At, IReadOnlyList<AnchoredHead> Heads, AnchorReference? Previous = null);
