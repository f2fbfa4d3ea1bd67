using AiLabels.Reports;
using VideoGate.Cases;

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

    /// <summary>Ordered: every rule whose condition is true matches, and the first match decides.</summary>
    public required IReadOnlyList<PolicyRule> Rules { get; init; }

    /// <summary>Outcome if no rule matches.</summary>
    public required PolicyOutcome Otherwise { get; init; }

    /// <summary>Value of the AIGC Label that the platform must apply, by origin; an absent origin requires none.</summary>
    public required IReadOnlyDictionary<AiOrigin, string> Notice { get; init; }

    /// <summary>Null if Content Safety is not used.</summary>
    public SafetyPolicy? Safety { get; init; }

    public required ReviewPolicy Review { get; init; }

    /// <summary>The version that a case pins, to be decided by this exact text to its end.</summary>
    public PolicyVersion Pin => new(Id, Version, Hash);
}

/// <param name="Clause">The clause that the rule implements, such as <c>Measures art. 6(1)</c>.</param>
/// <param name="When">Accepted values by fact: the condition is true if every named fact has one of its accepted values.</param>
public sealed record PolicyRule(string Id, string? Clause, IReadOnlyDictionary<string, IReadOnlyList<string>> When, PolicyOutcome Verdict);

/// <param name="Reason">Reason code, such as <c>explicit-label-missing</c>.</param>
public sealed record PolicyOutcome(DecisionOutcome Outcome, string Reason);
