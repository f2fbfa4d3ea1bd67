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
        AuditFault.Garbage => $"Line {Sequence} is not an entry in canonical form.",
        AuditFault.ForeignCase => $"Entry {Sequence} belongs to another case.",
        AuditFault.Changed => $"Entry {Sequence} was changed: its hash does not match its content.",
        AuditFault.Removed => $"Entry {Sequence} was removed: a later entry is in its place.",
        AuditFault.Reordered => $"Entry {Sequence} is out of order: entries were moved or duplicated.",
        AuditFault.Rewritten => $"Entry {Sequence} does not continue the chain: the log before it was rewritten.",
        AuditFault.Truncated => $"Entry {Sequence} is missing: the case references it, but the log ends before it.",
        AuditFault.HeadChanged => $"The log head stored in the case does not match the log at entry {Sequence}.",
        AuditFault.CaseChanged => $"The case does not match the hash in entry {Sequence}: it was changed without a log entry.",
        AuditFault.RolledBack =>
            $"Entry {Sequence} records a change that the case lacks: an earlier version of the case was restored.",
        AuditFault.Behind => $"Entry {Sequence} is more than a day old, but its change was never applied to the case.",
        AuditFault.Forged => $"The case holds an event for entry {Sequence} that this app did not write.",
        AuditFault.Undecided => $"The case holds a decision that no entry up to {Sequence} records.",
        AuditFault.CaseMissing => $"The log reaches entry {Sequence}, but the case does not exist: it was removed.",
        AuditFault.CaseUnreadable => $"The case cannot be read; its log ends at entry {Sequence}.",
        AuditFault.AnchorMissing => $"Entry {Sequence} is missing: a later entry was anchored, but the log ends before it.",
        AuditFault.AnchorDiffers => $"Entry {Sequence} differs from the anchored one: the log was replaced up to this entry.",
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

    /// <summary>The case differs from its log.</summary>
    CaseChanged,

    /// <summary>The case lacks a change that was written to it before it was logged.</summary>
    RolledBack,

    /// <summary>A step was logged but never written to the case.</summary>
    Behind,

    /// <summary>A pending event has no valid seal.</summary>
    Forged,

    /// <summary>A decision has no entry, or one that differs from it.</summary>
    Undecided,
    CaseMissing,
    CaseUnreadable,
    AnchorMissing,
    AnchorDiffers,
}
