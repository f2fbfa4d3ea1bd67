using AiLabels.Reports;

namespace VideoGate.Policies;

/// <summary>A fact that a rule's condition may test.</summary>
/// <param name="Values">All possible values, or null for free text.</param>
/// <param name="Read">Gets the values in one case.</param>
/// <param name="Accepts">Whether an actual value (first) matches a value named by a rule (second).</param>
internal sealed record Fact(
    string Name, IReadOnlyList<string>? Values, Func<DecisionInput, IReadOnlyList<string>> Read, Func<string, string, bool> Accepts)
{
    public static Fact Of<T>(string name, Func<DecisionInput, T> read)
        where T : struct, Enum =>
        new(name, Text<T>(), input => [CamelCase.Name(read(input))], string.Equals);

    /// <summary>Gets every value of the enum in its JSON form.</summary>
    public static IReadOnlyList<string> Text<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(CamelCase.Name)];
}
