using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Duties;

namespace VideoGate.Policies;

/// <summary>Rules for publication or review, read from a JSON file that conforms to <c>policy.schema.json</c>.</summary>
public sealed record Policy
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string Title { get; init; }

    /// <summary>The law or agreement that the policy implements.</summary>
    public required string Source { get; init; }

    /// <summary>Where the law applies; null for a house policy.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>A law that is not in force; asked only if <see cref="PoliciesOptions.Drafts"/> names it.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Ordered: every rule whose condition is true matches, and the first match decides.</summary>
    public required IReadOnlyList<PolicyRule> Rules { get; init; }

    /// <summary>Outcome if no rule matches.</summary>
    public required PolicyOutcome Otherwise { get; init; }

    /// <summary>Value of the AIGC Label that the platform must apply, by origin; an absent origin requires none.</summary>
    public required IReadOnlyDictionary<AiOrigin, string> Notice { get; init; }

    /// <summary>Null if Content Safety is not used.</summary>
    public SafetyPolicy? Safety { get; init; }

    /// <exception cref="InvalidOperationException">The policy has none: it is a law that another policy's review serves.</exception>
    public ReviewPolicy Review
    {
        get => field ?? throw new InvalidOperationException($"Policy '{Id}' has no review section.");
        init;
    }

    public required bool HasReview { get; init; }

    /// <summary>The version that a case pins, to be decided by this exact text to its end.</summary>
    public PolicyVersion Pin => new(Id, Version, Hash);
}

/// <param name="Clause">The clause that the rule implements, such as <c>Measures art. 6(1)</c>.</param>
/// <param name="When">Accepted values by fact: the condition is true if every named fact has one of its accepted values.</param>
/// <param name="Verdict">Has no effect if <paramref name="RecordsOnly"/>.</param>
/// <param name="RecordsOnly">The rule decides nothing: it is recorded, and may add a disclosure.</param>
public sealed record PolicyRule(
    string Id, string? Clause, IReadOnlyDictionary<string, IReadOnlyList<string>> When, PolicyOutcome Verdict, bool RecordsOnly = false)
{
    /// <summary>The law or standard, if it is not the policy's.</summary>
    public string? Source { get; init; }

    /// <summary>How well the text of the clause is known.</summary>
    public SourceGrade? Grade { get; init; }

    /// <summary>First moment at which the rule applies; null if it always did.</summary>
    public DateTimeOffset? EffectiveFrom { get; init; }

    /// <summary>First moment at which the rule no longer applies; null if there is none.</summary>
    public DateTimeOffset? EffectiveUntil { get; init; }

    public Notice? Notice { get; init; }

    public RequiredLabel? Label { get; init; }

    public IReadOnlyList<DisclosureItem> Disclosures { get; init; } = [];

    public bool IsInEffect(DateTimeOffset at) => !(at < EffectiveFrom) && !(at >= EffectiveUntil);
}

/// <param name="Reason">Reason code, such as <c>explicit-label-missing</c>.</param>
public sealed record PolicyOutcome(DecisionOutcome Outcome, string Reason);
