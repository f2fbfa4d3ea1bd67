using System.Text.Json.Serialization;

namespace VideoGate.Policies;

/// <param name="Code">Stable identifier, such as <c>label-verified</c>.</param>
/// <param name="Title">Display text.</param>
/// <param name="LiftsNotices">The video is not AI: an approval for this reason publishes it without the notices of the policies.</param>
public sealed record ReasonCode(string Code, string Title, bool LiftsNotices = false)
{
    /// <summary>Conditions on the facts of a case, of which one must be true for the reason to fit; null if it fits every case.</summary>
    [JsonIgnore]
    public IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>>? When { get; init; }

    /// <summary>Gets whether the reason contradicts nothing that is known of the case.</summary>
    public bool Fits(DecisionInput facts) => When is null || When.Any(condition => PolicyEngine.Holds(condition, facts));

    /// <summary>Gets the facts that the conditions test, with their values in the case.</summary>
    public IReadOnlyDictionary<string, string> Tested(DecisionInput facts) => (When ?? [])
        .SelectMany(condition => condition.Keys).Distinct()
        .ToDictionary(fact => fact, fact => string.Join(", ", Facts.ByName[fact].Read(facts)));
}
