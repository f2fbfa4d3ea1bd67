namespace VideoGate.Storage;

/// <summary>The stored progress of work that spans several runs.</summary>
/// <param name="Progress">Null before the start and after the end.</param>
/// <param name="BusyUntil">End of the active run's lease, or null if no run is active.</param>
internal sealed record Checkpoint<T>(T? Progress, DateTimeOffset? BusyUntil)
    where T : class;
