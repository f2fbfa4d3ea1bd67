namespace VideoGate.Audit;

/// <summary>Something that happened to a case, to be recorded.</summary>
/// <param name="Type">Such as <c>opened</c> or <c>decided</c>.</param>
/// <param name="Actor">Subject of the token of whoever did it; <c>system</c> or <c>policy</c> when nobody did.</param>
/// <param name="Data">May hold untrusted text.</param>
public sealed record AuditEvent(string Type, string Actor, Dictionary<string, string> Data)
{
    /// <summary>
    /// One of its kind in the case: an event that is recorded twice stands in the log once. To be given when a type can happen again.
    /// </summary>
    public string Id { get; init; } = Type;

    /// <summary>Since when somebody waited for it. Not recorded; for those who measure.</summary>
    public DateTimeOffset? Since { get; init; }
}
