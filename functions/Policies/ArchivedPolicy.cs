namespace VideoGate.Policies;

/// <summary>An archived version of a policy.</summary>
internal sealed record ArchivedPolicy(PolicyFile File, DateTimeOffset? KeptAt);

/// <param name="Unreadable">Hashes of archived policies, of any id, that are missing or were changed.</param>
internal sealed record PolicyHistory(IReadOnlyList<ArchivedPolicy> Versions, IReadOnlyList<string> Unreadable);
