using VideoGate.Cases.Evidence;

namespace VideoGate.Cases.Api;

/// <param name="Files">At most <see cref="EvidenceStore.MaxListed"/>.</param>
internal sealed record EvidenceList(IReadOnlyList<EvidenceFile> Files);
