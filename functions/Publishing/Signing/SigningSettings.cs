namespace VideoGate.Publishing.Signing;

/// <summary>Who signs labelled copies, from section <c>Labelling</c>.</summary>
/// <param name="Signer">Certificates and key; null or empty if copies are not signed.</param>
/// <param name="LoopbackTargets">Time-stamping authorities on this machine, as <c>host:port</c>.</param>
internal sealed record SigningSettings(
    string? Signer, Uri? TimeStampAuthority, TimeSpan TimeStampTimeout, IReadOnlyList<string> LoopbackTargets);
