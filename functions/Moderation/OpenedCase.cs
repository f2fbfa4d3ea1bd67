using VideoGate.Cases;

namespace VideoGate.Moderation;

/// <summary>Result of opening a case.</summary>
/// <param name="Held">The copy to inspect; null if the upload was not taken in.</param>
/// <param name="Wait">How long to wait for the uploader's turn or the scan for malware; null for no wait.</param>
/// <param name="AskDetectors">Detectors are configured. Part of the history: a changed setting must not change a replay.</param>
public sealed record OpenedCase(HeldVideo? Held, TimeSpan? Wait = null, bool AskDetectors = false);

/// <summary>Whether a case may be inspected.</summary>
/// <param name="Wait">How long to wait before asking again; null if it may.</param>
public sealed record InspectionTurn(TimeSpan? Wait);
