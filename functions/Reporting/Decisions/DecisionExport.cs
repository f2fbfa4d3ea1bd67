using VideoGate.Audit;

namespace VideoGate.Reporting.Decisions;

/// <param name="NextLink">Path of the next page; null on the last. A page may be short although more follow.</param>
internal sealed record DecisionExport(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ExportedDecision> Value, string? NextLink);

/// <summary>A decision with the proof that it was made so.</summary>
/// <param name="Entry">Its entry in the audit log, whole, so that its hash can be computed again.</param>
internal sealed record ExportedDecision(AuditEntry Entry, ChainProof Chain);

/// <summary>The chain that the entry is a link of, as it was read for this export.</summary>
/// <param name="HeadSequence">Translate the log's last entry.</param>
/// <param name="HeadHash">Its hash: whoever keeps this export can show later that the log up to here is still the same.</param>
/// <param name="Valid">Whether every link holds, and the log holds all that its case remembers.</param>
/// <param name="BrokenAt">Sequence of the first entry that is bad or missing.</param>
internal sealed record ChainProof(long HeadSequence, string HeadHash, bool Valid, long? BrokenAt, AuditFault? Fault)
{
    public static ChainProof Of(AuditTrail trail) =>
        new(trail.Entries[^1].Sequence, trail.Entries[^1].Hash, trail.IsValid, trail.Break?.Sequence, trail.Break?.Fault);
}
