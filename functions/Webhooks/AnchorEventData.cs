namespace VideoGate.Webhooks;

/// <summary>Data of an event about a manifest of audit logs: enough to prove later which manifest there was.</summary>
/// <param name="Manifest">Blob name in container <c>audit</c>.</param>
/// <param name="Sha256">SHA-256 of the manifest, lower-case hexadecimal.</param>
/// <param name="PreviousSha256">SHA-256 of the previous manifest; null for the first.</param>
/// <param name="Heads">Number of logs whose heads it lists.</param>
/// <param name="Signed">Whether a key of the app signed it.</param>
internal sealed record AnchorEventData(string Manifest, string Sha256, string? PreviousSha256, int Heads, bool Signed);
