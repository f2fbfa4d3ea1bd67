namespace VideoGate.Maintenance;

/// <summary>Progress of each sweep, by its name.</summary>
internal sealed record ReconciliationProgress(IReadOnlyDictionary<string, SweepPosition> Sweeps)
{
    public SweepPosition Of(string sweep) => Sweeps.GetValueOrDefault(sweep) ?? new(Marker: null, EndedAt: null);

    public ReconciliationProgress With(string sweep, SweepPosition position) =>
        new(new Dictionary<string, SweepPosition>(Sweeps, StringComparer.Ordinal) { [sweep] = position });
}

/// <param name="Marker">Continuation marker, or null at the start.</param>
/// <param name="EndedAt">When the sweep last completed, or null if never.</param>
internal sealed record SweepPosition(string? Marker, DateTimeOffset? EndedAt)
{
    /// <summary>Gets whether the sweep has work to do: an unfinished sweep always continues.</summary>
    public bool IsDue(DateTimeOffset now, TimeSpan every) => Marker is not null || EndedAt is not { } ended || now >= ended + every;
}
