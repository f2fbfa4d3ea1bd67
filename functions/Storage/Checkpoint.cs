namespace VideoGate.Storage;

/// <summary>How far work has come that goes on over many runs, as it is stored.</summary>
/// <param name="Progress">Null before the beginning and after the end.</param>
/// <param name="BusyUntil">When whoever is at it counts as gone; null when nobody is.</param>
internal sealed record Checkpoint<T>(T? Progress, DateTimeOffset? BusyUntil)
    where T : class;
