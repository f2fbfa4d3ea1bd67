namespace VideoGate.LibraryImports;

/// <summary>An import with its way through the published videos, or, once it is applied, through its report.</summary>
/// <param name="Import">What is shown.</param>
internal sealed record ImportProgress(Import Import)
{
    /// <summary>Videos are taken from the rows of the report, because a dry run came first.</summary>
    public bool FromReport { get; init; }

    /// <summary>Continuation marker of the next page; null for the first.</summary>
    public string? Next { get; init; }

    /// <summary>The last page was read.</summary>
    public bool Listed { get; init; }

    /// <summary>Videos found and not yet taken; less than a page.</summary>
    public IReadOnlyList<FoundVideo> Waiting { get => field ?? []; init; }

    /// <summary>Cases taken and not yet judged or carried out.</summary>
    public IReadOnlyList<string> UnderWay { get => field ?? []; init; }

    /// <summary>From when on time counts towards taking the next videos.</summary>
    public DateTimeOffset? PacedFrom { get; init; }

    /// <summary>Gets whether nothing is left to do.</summary>
    public bool IsDone => Listed && Waiting is [] && UnderWay is [];
}
