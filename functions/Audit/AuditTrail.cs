using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Audit;

/// <summary>A log as read, with the result of its verification.</summary>
/// <param name="Entries">Every parsable entry to the end of the log, even past a break in the chain.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Break">The first break in the chain, or null if the chain is intact.</param>
public sealed record AuditTrail(IReadOnlyList<AuditEntry> Entries, long Length, AuditBreak? Break)
{
    public bool IsValid => Break is null;
}

/// <param name="Sequence">Sequence of the first invalid or missing entry.</param>
public sealed record AuditBreak(long Sequence, AuditFault Fault)
{
    /// <summary>One human-readable sentence.</summary>
    public string Message => Fault switch
    {
        AuditFault.Garbage => $"Line {Sequence} is no entry in canonical form.",
        AuditFault.ForeignCase => $"Entry {Sequence} belongs to another case.",
        AuditFault.Changed => $"Entry {Sequence} was changed: its hash is not that of its content.",
        AuditFault.Removed => $"Entry {Sequence} was removed: a later one stands in its place.",
        AuditFault.Reordered => $"Entry {Sequence} is not in its place: entries were moved or repeated.",
        AuditFault.Rewritten => $"Entry {Sequence} does not belong here: the log up to here was rewritten.",
        AuditFault.Truncated => $"Entry {Sequence} is missing: the case remembers it, the log ends before it.",
        _ => throw new InvalidOperationException($"{Fault} has no message."),
    };
}

[JsonConverter(typeof(CamelCase<AuditFault>))]
public enum AuditFault
{
    Garbage,
    ForeignCase,
    Changed,
    Removed,
    Reordered,
    Rewritten,
    Truncated,
}
