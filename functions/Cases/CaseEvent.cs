namespace VideoGate.Cases;

/// <summary>
/// Something that happened to a case, stored with the state that it led to until the audit log has it: of several who change a case at once
/// one wins, and only the winner's event may be logged.
/// </summary>
/// <param name="Id">One of its kind in the case: logged twice, it stands in the log once.</param>
/// <param name="Data">May hold untrusted text.</param>
public sealed record CaseEvent(string Id, string Type, string Actor, IReadOnlyDictionary<string, string> Data);
