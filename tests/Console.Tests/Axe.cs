using System.Text.Json;
using VideoGate.Testing;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>Runs axe-core, which checks the accessibility of a page (WCAG 2.2, levels A and AA).</summary>
internal static class Axe
{
    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, { resultTypes: ['violations'] });
          return JSON.stringify(violations
            .filter(found => ['serious', 'critical'].includes(found.impact))
            .map(found => `${found.id} (${found.impact}): ${found.help}: ${found.nodes.slice(0, 4).map(node => node.html + ' ' + (node.any[0]?.message ?? '')).join(' | ')}`));
        }
        """;

    private static readonly Lazy<string> Source = new(() => File.ReadAllText(
        Repository.Find(".local/tools/node_modules/axe-core/axe.min.js")
        ?? throw new FileNotFoundException("axe-core is not installed: run ./test.sh.")));

    /// <returns>Serious and critical violations, with the elements.</returns>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(Moderator moderator)
    {
        await moderator.Page.EvaluateAsync(Source.Value);
        return JsonSerializer.Deserialize<string[]>(await moderator.Page.EvaluateAsync<string>(Run))!;
    }
}
