using VideoGate.Cases;

namespace VideoGate.Audit.Anchors;

/// <summary>The manifests as read, with the heads of the valid ones.</summary>
internal sealed class VerifiedAnchors
{
    private readonly SortedDictionary<string, List<AnchoredHead>> _heads = new(StringComparer.Ordinal);

    /// <summary>Gets the manifests that are wrong, oldest first.</summary>
    public List<AnchorBreak> Breaks { get; } = [];

    /// <summary>Gets every manifest that exists, oldest first.</summary>
    public List<AnchorReference> Written { get; } = [];

    /// <summary>Gets the ids of the anchored cases, in order.</summary>
    public IEnumerable<string> CaseIds => _heads.Keys;

    public void Add(AnchorManifest manifest, Func<string, bool>? keep)
    {
        foreach (var head in manifest.Heads.Where(head => CaseId.IsValid(head.CaseId) && keep?.Invoke(head.CaseId) is not false))
        {
            if (!_heads.TryGetValue(head.CaseId, out var known))
            {
                _heads[head.CaseId] = known = [];
            }

            known.Add(head);
        }
    }

    /// <returns>The first anchored entry that the log lacks, or null if it has all of them.</returns>
    public AuditBreak? FirstBreak(string caseId, AuditTrail trail) =>
        _heads.GetValueOrDefault(caseId)?.OrderBy(head => head.Sequence)
            .Select(head => trail.Entries.Count < head.Sequence
                ? new AuditBreak(trail.Entries.Count + 1, AuditFault.AnchorMissing)
                : head.Sequence < 1 || trail.Entries[(int)head.Sequence - 1].Hash != head.Hash
                    ? new AuditBreak(head.Sequence, AuditFault.AnchorDiffers)
                    : null)
            .FirstOrDefault(broken => broken is not null);
}
