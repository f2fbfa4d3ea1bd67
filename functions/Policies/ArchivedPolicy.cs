namespace VideoGate.Policies;

/// <summary>A version of a policy as it is kept in storage.</summary>
internal sealed record ArchivedPolicy(PolicyFile File, DateTimeOffset? KeptAt);

/// <param name="Unreadable">Hashes of kept texts, of whichever policy, that are gone or were changed.</param>
internal sealed record PolicyHistory(IReadOnlyList<ArchivedPolicy> Versions, IReadOnlyList<string> Unreadable);
