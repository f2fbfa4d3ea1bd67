namespace VideoGate.Cases;

/// <summary>Severity of each harm category on four levels: 0 is safe, then 2, 4 and 6.</summary>
public sealed record Severities(int Hate, int SelfHarm, int Sexual, int Violence)
{
    public static Severities Safe { get; } = new(0, 0, 0, 0);

    /// <summary>Gets the higher severity of each category.</summary>
    public Severities Or(Severities other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(
            Math.Max(Hate, other.Hate), Math.Max(SelfHarm, other.SelfHarm), Math.Max(Sexual, other.Sexual),
            Math.Max(Violence, other.Violence));
    }

    /// <summary>Gets the categories whose severity is at or above its threshold.</summary>
    public IEnumerable<(UnsafeCategory Category, int Severity)> Reaching(Severities thresholds)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        return Entries().Zip(thresholds.Entries()).Where(pair => pair.First.Severity >= pair.Second.Severity).Select(pair => pair.First);
    }

    private IEnumerable<(UnsafeCategory Category, int Severity)> Entries() =>
    [
        (UnsafeCategory.Hate, Hate),
        (UnsafeCategory.SelfHarm, SelfHarm),
        (UnsafeCategory.Sexual, Sexual),
        (UnsafeCategory.Violence, Violence),
    ];
}
