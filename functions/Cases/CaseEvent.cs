namespace VideoGate.Cases;

/// <summary>
/// A case event, stored with the state it led to until the audit log contains it: of several concurrent changes one succeeds, and only
/// its event may be logged.
/// </summary>
/// <param name="Id">Unique within the case: an event recorded twice is logged once.</param>
/// <param name="Data">May contain untrusted text.</param>
/// <param name="Seal">
/// Signature of this event and of the hash of the case with it, by the app's key; null if the app has none. Only an event with a valid seal
/// is logged later: an event written into a case by anyone else is rejected.
/// </param>
public sealed record CaseEvent(
    string Id, string Type, string Actor, IReadOnlyDictionary<string, string> Data, string? Seal = null);
