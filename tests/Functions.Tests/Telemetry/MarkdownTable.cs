using VideoGate.Testing;

namespace VideoGate.Tests.Telemetry;

/// <summary>A table of <c>functions/Telemetry/README.md</c>, for comparison with the code.</summary>
internal static class MarkdownTable
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "functions", "Telemetry", "README.md"));

    /// <returns>The rows below the heading, their cells trimmed.</returns>
    public static IReadOnlyList<string[]> Under(string heading) =>
    [
        .. Lines.SkipWhile(line => line != $"## {heading}").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(Cells),
    ];

    /// <summary>Fails with the missing rows and the superfluous ones.</summary>
    public static void AssertHolds(string heading, IEnumerable<string> expected, IEnumerable<string> rows)
    {
        var (wanted, written) = (expected.ToList(), rows.ToList());
        Assert.True(
            wanted.SequenceEqual(written),
            $"{heading} of functions/Telemetry/README.md: these rows are missing or stand elsewhere,\n| {string.Join("\n| ", wanted.Except(written))}\n"
            + $"these stand for nothing:\n| {string.Join("\n| ", written.Except(wanted))}");
    }

    private static string[] Cells(string line) => [.. line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim(' ', '`', '|'))];
}
