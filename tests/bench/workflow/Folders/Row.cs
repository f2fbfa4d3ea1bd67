using VideoGate.Cases;

namespace VideoGate.Bench.Workflow.Folders;

/// <summary>The end of one upload.</summary>
/// <param name="Type">The type under which the video is served.</param>
/// <param name="Lacks">What a published video lacks of what its laws ask.</param>
/// <param name="Differences">From what was expected; empty for none, null if nothing was.</param>
internal sealed record Row(
    string Name, ModerationCase Ended, string Type, IReadOnlyList<string> Lacks, string? Expected, string? Differences)
{
    public static Row Of(string name, ModerationCase ended, string type, IReadOnlyList<string> lacks, string? expected) =>
        new(name, ended, type, lacks, expected, expected is null ? null : Expectation.Differences(expected, ended, type));

    public override string ToString() => string.Join(
        '\t',
        [
            Name, Ended.State, Ended.Decision!.Reason, $"origin {Ended.Labels?.Origin}", $"label {Ended.ExplicitLabel?.Compliance}", Type,
            Differences is null ? "" : Differences is "" ? "as expected" : $"DIFFERS: {Differences}; expected {Expected}",
            Lacks.Count == 0 ? "" : $"LACKS: {string.Join("; ", Lacks)}",
        ]);
}
