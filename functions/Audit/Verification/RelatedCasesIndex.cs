using VideoGate.Cases;

namespace VideoGate.Audit.Verification;

/// <summary>The index of cases by uploader and by content.</summary>
internal sealed class RelatedCasesIndex(RelatedCases related) : ICaseIndex
{
    public string Name => "case-relations";

    public Task<bool> ShowsAsync(ModerationCase indexed, AuditTrail trail, CancellationToken cancellationToken) =>
        related.HasAsync(indexed, cancellationToken);
}
