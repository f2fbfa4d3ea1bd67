namespace VideoGate.Cases.Evidence;

/// <param name="Name">Path below <c>evidence/{caseId}/</c>.</param>
/// <param name="Length">In bytes.</param>
public sealed record EvidenceFile(string Name, long Length, DateTimeOffset? CreatedAt);
