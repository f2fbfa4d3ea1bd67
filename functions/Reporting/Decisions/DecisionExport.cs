using VideoGate.Audit;

namespace VideoGate.Reporting.Decisions;

/// <param name="NextLink">Path of the next page, or null on the last page. A page may be short even if more pages follow.</param>
internal sealed record DecisionExport(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ExportedDecision> Value, string? NextLink);

/// <summary>A decision with proof of its integrity.</summary>
/// <param name="Entry">The complete audit log entry; its hash can be recomputed from it.</param>
/// <param name="Texts">Notes and other free text, by what the entry holds in their place; empty once they are erased.</param>
internal sealed record ExportedDecision(AuditEntry Entry, ChainProof Chain, IReadOnlyDictionary<string, string> Texts);

/// <summary>The hash chain of the entry, as read by this export.</summary>
/// <param name="HeadSequence">Sequence of the log's last entry.</param>
/// <param name="HeadHash">Hash of the last entry: an archived export proves later that the log up to here is unchanged.</param>
/// <param name="Valid">Whether every link is valid and the log contains every entry that its case records.</param>
/// <param name="BrokenAt">Sequence of the first invalid or missing entry.</param>
internal sealed record ChainProof(long HeadSequence, string HeadHash, bool Valid, long? BrokenAt, AuditFault? Fault)
{
    public static ChainProof Of(AuditTrail trail) =>
        new(trail.Entries[^1].Sequence, trail.Entries[^1].Hash, trail.IsValid, trail.Break?.Sequence, trail.Break?.Fault);
}
