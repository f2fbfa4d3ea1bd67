namespace AiLabels.Recipes;

/// <summary>
/// Parameters as text, as AUTOMATIC1111's web UI and its descendants write them: the prompt, perhaps <c>Negative prompt: …</c>, and a line
/// <c>Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, …</c>.
/// </summary>
internal static class ParameterLine
{
    private const string Start = "Steps:";

    /// <summary>Fewer names beside Steps also occur in other texts.</summary>
    private const int MinNames = 2;

    public static Recipe? Read(string text)
    {
        for (var at = text.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            if (ReadLine(text.AsSpan(at)) is { } recipe)
            {
                return recipe;
            }
        }

        return null;
    }

    private static Recipe? ReadLine(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny('\r', '\n');
        var parts = (end < 0 ? line : line[..end]).ToString().Split(',', StringSplitOptions.TrimEntries);
        if (!int.TryParse(parts[0].AsSpan(Start.Length), out _))
        {
            return null;
        }

        var names = parts.Select(static part => part.Split(':', 2)).Where(static pair => pair.Length == 2).ToList();
        return RecipeShapes.Known.TextNames.Count(name => names.Exists(pair => pair[0] == name)) >= MinNames
            ? new("parameters", names.Find(static pair => pair[0] == "Model")?[1].Trim())
            : null;
    }
}
