using AiLabels.Reports;

namespace VideoGate.Policies;

/// <summary>Something that a rule's condition may ask about.</summary>
/// <param name="Values">Every value that the fact can have; null when it is free text.</param>
/// <param name="Read">The values that it has in one case.</param>
/// <param name="Accepts">Whether a value seen (first) is one that a rule names (second).</param>
internal sealed record Fact(
    string Name, IReadOnlyList<string>? Values, Func<DecisionInput, IReadOnlyList<string>> Read, Func<string, string, bool> Accepts)
{
    public static Fact Of<T>(string name, Func<DecisionInput, T> read)
        where T : struct, Enum =>
        new(name, Text<T>(), input => [CamelCase.Name(read(input))], string.Equals);

    /// <summary>Every value of the enum as it stands in JSON.</summary>
    public static IReadOnlyList<string> Text<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(CamelCase.Name)];
}
