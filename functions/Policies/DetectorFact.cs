using System.Globalization;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>The fact <c>detector</c>: conditions such as <c>acme >= 0.9</c> and <c>acme unavailable</c>. Pure.</summary>
internal static class DetectorFact
{
    /// <summary>Pattern of a condition; <c>policy.schema.json</c> has the same, in its own syntax.</summary>
    public const string Pattern = @"^[a-z0-9-]{1,40} (>= (0(\.[0-9]{1,4})?|1)|unavailable)\z";

    private const string AtLeast = ">=";

    /// <summary>Gets what the conditions are compared with, such as <c>acme 0.93</c>.</summary>
    public static IReadOnlyList<string> Read(DecisionInput input) => [.. (input.Detectors ?? []).Select(Text)];

    public static bool Accepts(string seen, string condition)
    {
        string[] found = seen.Split(' '), asked = condition.Split(' ');
        return found[0] == asked[0] && (asked is [_, AtLeast, var least]
            ? double.TryParse(found[1], CultureInfo.InvariantCulture, out var score) && score >= Number(least)
            : found[1] == asked[1]);
    }

    /// <summary>Gets a result that meets a condition.</summary>
    public static DetectorResult Meeting(string condition) => condition.Split(' ') is [var name, AtLeast, var least]
        ? new(name, DetectorState.Judged, Number(least))
        : new(condition.Split(' ')[0], DetectorState.Unavailable);

    /// <summary>Gets a result in one word and a number.</summary>
    public static string Text(DetectorResult result) => result is { State: DetectorState.Judged, Score: { } score }
        ? string.Create(CultureInfo.InvariantCulture, $"{result.Name} {score:0.####}")
        : $"{result.Name} unavailable";

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
