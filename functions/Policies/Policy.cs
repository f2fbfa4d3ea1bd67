using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>What is published and what waits for a moderator, read from a JSON file of the shape of <c>policy.schema.json</c>.</summary>
public sealed record Policy
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string Title { get; init; }

    /// <summary>The rule of law or the agreement that the policy carries out.</summary>
    public required string Source { get; init; }

    /// <summary>In order: every rule whose condition holds fires, and the first of them decides.</summary>
    public required IReadOnlyList<PolicyRule> Rules { get; init; }

    /// <summary>Decides when no rule fires.</summary>
    public required PolicyOutcome Otherwise { get; init; }

    /// <summary>Value of the AIGC Label that the platform owes a video of this origin; an origin that is absent owes none.</summary>
    public required IReadOnlyDictionary<AiOrigin, string> Notice { get; init; }

    /// <summary>Null when content safety is not asked.</summary>
    public SafetyPolicy? Safety { get; init; }

    public required ReviewPolicy Review { get; init; }

    /// <summary>What a case pins, so that it is decided by this very text to its end.</summary>
    public PolicyVersion Pin => new(Id, Version, Hash);
}

/// <param name="Clause">The clause that the rule carries out, such as <c>Measures art. 6(1)</c>.</param>
/// <param name="When">Fact to accepted values: the condition holds when every fact named here has one of its values.</param>
public sealed record PolicyRule(string Id, string? Clause, IReadOnlyDictionary<string, IReadOnlyList<string>> When, PolicyOutcome Verdict);

/// <param name="Reason">Reason code, such as <c>explicit-label-missing</c>.</param>
public sealed record PolicyOutcome(DecisionOutcome Outcome, string Reason);
