namespace VideoGate.Audit.Anchors;

/// <summary>Identifies a manifest by its bytes.</summary>
/// <param name="Name">Blob name.</param>
/// <param name="Sha256">SHA-256 of the blob, lower-case hexadecimal.</param>
public sealed record AnchorReference(string Name, string Sha256);
