using System.Collections.Frozen;
using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>All facts; <c>policy.schema.json</c> lists the same.</summary>
internal static class Facts
{
    public static IReadOnlyList<Fact> All { get; } =
    [
        Fact.Of("origin", input => input.Origin),
        Fact.Of("fileOrigin", input => input.Labels.Origin),
        Fact.Of("explicitLabel", input => input.ExplicitLabel),
        Fact.Of("audioLabel", input => input.AudioLabel),
        Fact.Of("declaration", input => input.Declaration),
        Fact.Of("editKind", input => input.EditKind),
        Fact.Of("realism", input => input.Realism),
        new("captured", ["proven", "notProven"], input => [input.Labels.Captured ? "proven" : "notProven"], string.Equals),
        Fact.Of("credentials", input => input.Labels.Credentials),
        Fact.Of("signer", input => input.Labels.Signer),
        Fact.Of("safety", input => input.Safety),
        new("unsafeCategory", Fact.Text<UnsafeCategory>(), input => [.. (input.UnsafeCategories ?? []).Select(CamelCase.Name)],
            string.Equals),
        new("detector", null, DetectorFact.Read, DetectorFact.Accepts),
        new("generator", null, input => input.Labels.Generator is { } name ? [name] : [], EqualIgnoringCase),
        new("problem", null, input => input.Labels.Problems, StartsWith),
    ];

    public static FrozenDictionary<string, Fact> ByName { get; } = All.ToFrozenDictionary(fact => fact.Name);

    private static bool EqualIgnoringCase(string seen, string named) => seen.Equals(named, StringComparison.OrdinalIgnoreCase);

    private static bool StartsWith(string seen, string named) => seen.StartsWith(named, StringComparison.Ordinal);
}
