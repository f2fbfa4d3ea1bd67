using System.Text.Json;
using AiLabels.Generators;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Recipes;

/// <summary>Recognizes the recipe of a generated video in a metadata value: a graph, settings as JSON, or a line of parameters.</summary>
internal static class RecipeReader
{
    /// <summary>Maximum number of objects that hold a graph within each other: a comment, a member, JSON text in it.</summary>
    private const int MaxHolders = 4;

    private static readonly RecipeShapes Shapes = RecipeShapes.Known;

    /// <returns>The finding, or null if the value is not a recipe.</returns>
    public static Finding? Read(JsonElement root, string raw, Source source, LabelReaderOptions options) =>
        Find(root, options.MaxNesting, MaxHolders) is { } recipe ? Found(recipe, raw, source, options) : null;

    /// <inheritdoc cref="Read(JsonElement, string, Source, LabelReaderOptions)"/>
    public static Finding? Read(string text, Source source, LabelReaderOptions options) =>
        ParameterLine.Read(text) is { } recipe ? Found(recipe, text, source, options) : null;

    private static Finding Found(Recipe recipe, string raw, Source source, LabelReaderOptions options)
    {
        var details = new Dictionary<string, string> { ["tool"] = recipe.Tool };
        if (recipe.Model is { } model)
        {
            details["model"] = model.Truncate(256);
        }

        return new()
        {
            Kind = FindingKind.GenerationRecipe,
            Says = AiOrigin.Suspected,
            Source = source,
            Raw = raw.Truncate(options.MaxRawText),
            Generator = recipe.Model is null ? null : GeneratorRegistry.ByModel(recipe.Model),
            Details = details,
        };
    }

    private static Recipe? Find(JsonElement root, int maxDepth, int holders)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return RecipeGraph.Read(root) ?? RecipeSettings.Read(root) ?? (holders == 0 ? null : FindInHolder(root, maxDepth, holders - 1));
    }

    private static Recipe? FindInHolder(JsonElement root, int maxDepth, int holders)
    {
        foreach (var member in root.EnumerateObject())
        {
            if (Shapes.GraphHolders.Contains(member.Name, StringComparer.OrdinalIgnoreCase)
                && FindInside(member.Value, maxDepth, holders) is { } recipe)
            {
                return recipe;
            }
        }

        return null;
    }

    private static Recipe? FindInside(JsonElement held, int maxDepth, int holders)
    {
        if (held.ValueKind != JsonValueKind.String || held.GetString()!.AsSpan().TrimStart() is not ['{', ..])
        {
            return Find(held, maxDepth, holders);
        }

        try
        {
            using var document = JsonDocument.Parse(held.GetString()!, new JsonDocumentOptions { MaxDepth = maxDepth });
            return Find(document.RootElement, maxDepth, holders);
        }
        catch (JsonException)
        {
            // A prompt that begins with a brace.
            return null;
        }
    }
}
