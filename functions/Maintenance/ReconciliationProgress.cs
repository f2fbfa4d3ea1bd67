namespace VideoGate.Maintenance;

/// <summary>How far each walk has come, by its name.</summary>
internal sealed record ReconciliationProgress(IReadOnlyDictionary<string, SweepPosition> Walks)
{
    public SweepPosition Of(string walk) => Walks.GetValueOrDefault(walk) ?? new(Marker: null, EndedAt: null);

    public ReconciliationProgress With(string walk, SweepPosition place) =>
        new(new Dictionary<string, SweepPosition>(Walks, StringComparer.Ordinal) { [walk] = place });
}

/// <param name="Marker">Where to go on; null at the beginning.</param>
/// <param name="EndedAt">When the end was last reached; null when it never was.</param>
internal sealed record SweepPosition(string? Marker, DateTimeOffset? EndedAt)
{
    /// <summary>Whether there is something to look at: a walk that was begun is always gone on with.</summary>
    public bool IsDue(DateTimeOffset now, TimeSpan every) => Marker is not null || EndedAt is not { } ended || now >= ended + every;
}
