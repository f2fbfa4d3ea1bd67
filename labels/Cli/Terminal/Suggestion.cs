using System.CommandLine;

namespace AiLabels.Cli.Terminal;

/// <summary>Finds the word that a misspelt one most likely means.</summary>
internal static class Suggestion
{
    private const int MinPrefix = 3;

    /// <returns>A question to append to a message; empty if no name is near.</returns>
    public static string Among(string word, IEnumerable<Symbol> symbols)
    {
        // What follows = is a value.
        var typed = word.Split('=')[0];
        var near = symbols.Where(static symbol => !symbol.Hidden).Select(static symbol => symbol.Name)
            .Select(name => (Name: name, Distance: IsStart(typed, name) ? 0 : Distance(typed, name)))
            .Where(candidate => candidate.Distance <= Math.Max(1, (typed.Length + 1) / 3))
            .OrderBy(static candidate => candidate.Distance)
            .ToList();
        return near is [var best, ..] ? $" Did you mean '{best.Name}'?" : "";
    }

    private static bool IsStart(string typed, string name) =>
        typed.TrimStart('-').Length >= MinPrefix && name.StartsWith(typed, StringComparison.Ordinal);

    /// <summary>Number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
                }
            }
        }

        return distances[a.Length, b.Length];
    }
}
