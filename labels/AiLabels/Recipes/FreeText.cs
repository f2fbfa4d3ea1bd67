using System.Text.Json;
using AiLabels.Gb45438;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Recipes;

/// <summary>Text in an entry that people fill as well: a comment, a description. Only recipes and labels in it count, not words.</summary>
internal static class FreeText
{
    public static ReadResult Read(string text, Source source, LabelReaderOptions options)
    {
        var recipe = text.AsSpan().TrimStart() is ['{', ..] ? ReadJson(text, source, options) : RecipeReader.Read(text, source, options);
        return recipe is null ? AigcText.Read(text, source, options) : ReadResult.Of(recipe);
    }

    private static Finding? ReadJson(string text, Source source, LabelReaderOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = options.MaxNesting });
            return RecipeReader.Read(document.RootElement, text, source, options);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
