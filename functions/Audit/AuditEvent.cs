namespace VideoGate.Audit;

/// <summary>An event of a case to be recorded in its audit log.</summary>
/// <param name="Type">Such as <c>opened</c> or <c>decided</c>.</param>
/// <param name="Actor">Subject of the actor's token, or <c>system</c> or <c>policy</c> if no person acted.</param>
/// <param name="Data">May contain untrusted text.</param>
public sealed record AuditEvent(string Type, string Actor, Dictionary<string, string> Data)
{
    /// <summary>Unique within the case: an event recorded twice is logged once. Set it for types that can occur more than once.</summary>
    public string Id { get; init; } = Type;

    /// <summary>Hash of the case after the event; null if the event changes nothing in the case.</summary>
    public string? CaseHash { get; init; }

    /// <summary>Encrypts the data that may be erased. Not recorded; null leaves them readable for ever.</summary>
    public string? Key { get; init; }

    /// <summary>Start of the waiting time that the event ends. Not recorded; used by metrics.</summary>
    public DateTimeOffset? Since { get; init; }
}
