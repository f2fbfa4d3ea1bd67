namespace VideoGate.Cases.Evidence;

/// <param name="Name">Below <c>evidence/{caseId}/</c>.</param>
/// <param name="Length">In bytes.</param>
public sealed record EvidenceFile(string Name, long Length, DateTimeOffset? CreatedAt);
