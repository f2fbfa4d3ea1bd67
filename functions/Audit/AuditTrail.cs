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
        AuditFault.HeadChanged => $"What the case remembers of its log up to entry {Sequence} is not what the log says.",
        AuditFault.CaseChanged => $"The case does not say what entry {Sequence} says that it says: it was changed past its log.",
        AuditFault.RolledBack =>
            $"Entry {Sequence} is about a change that the case does not have: an earlier version of the case was put back.",
        AuditFault.Behind => $"Entry {Sequence} is more than a day old, and the case was never changed as it says.",
        AuditFault.Forged => $"The case holds an event for entry {Sequence} that this app did not write.",
        AuditFault.Undecided => $"The case holds a decision that no entry up to {Sequence} records.",
        AuditFault.CaseMissing => $"The log goes on to entry {Sequence}, and there is no such case: it was removed.",
        AuditFault.CaseUnreadable => $"The case cannot be read; its log ends at entry {Sequence}.",
        AuditFault.AnchorMissing => $"Entry {Sequence} is missing: a later one was anchored, and the log ends before it.",
        AuditFault.AnchorDiffers => $"Entry {Sequence} is not the one that was anchored: the log up to here was replaced.",
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
    HeadChanged,

    /// <summary>The case says otherwise than its log.</summary>
    CaseChanged,

    /// <summary>The case lacks a change that was written to it before it was logged.</summary>
    RolledBack,

    /// <summary>A step was logged and never written to the case.</summary>
    Behind,

    /// <summary>A pending event has no valid seal.</summary>
    Forged,

    /// <summary>A decision has no entry of its own, or one that says otherwise.</summary>
    Undecided,
    CaseMissing,
    CaseUnreadable,
    AnchorMissing,
    AnchorDiffers,
}
