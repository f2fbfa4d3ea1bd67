using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.LibraryImports;

/// <summary>Body of <c>POST /imports</c>.</summary>
internal sealed record ImportRequest
{
    private const int LongestPrefix = 900;

    /// <summary>Blobs in <c>published</c> whose names begin with this are taken; null for all.</summary>
    public string? Prefix { get; init; }

    /// <summary>Declaration of videos whose metadata have none.</summary>
    public Declaration Declaration { get; init; }

    /// <summary>Audience of videos whose metadata name none.</summary>
    public IReadOnlyList<string>? Jurisdictions { get; init; }

    public bool DryRun { get; init; } = true;

    public bool Quarantine { get; init; }

    /// <returns>All field errors, or null if there are none.</returns>
    public ProblemResult? Validate()
    {
        var errors = new FieldErrors();
        if (Prefix?.Length > LongestPrefix)
        {
            errors.Add("prefix", $"At most {LongestPrefix} characters.");
        }

        if (Jurisdictions is { } codes && (codes.Count > Cases.Duties.Jurisdictions.Max || !codes.All(Cases.Duties.Jurisdictions.IsValid)))
        {
            errors.Add("jurisdictions", $"At most {Cases.Duties.Jurisdictions.Max} codes such as CN, EU or US-CA.");
        }

        return errors.ToProblem();
    }

    public Import ToImport(string by, DateTimeOffset now) => new()
    {
        ImportId = ImportStore.NewId(),
        State = DryRun ? ImportState.Judging : ImportState.Applying,
        Prefix = Prefix ?? "",
        DryRun = DryRun,
        Quarantine = Quarantine,
        Declaration = Declaration,
        Jurisdictions = Cases.Duties.Jurisdictions.Distinct(Jurisdictions ?? []),
        RequestedBy = by,
        RequestedAt = now,
        AppliedBy = DryRun ? null : by,
        AppliedAt = DryRun ? null : now,
    };
}
