using System.Text.Json;

namespace AiLabels.Recipes;

/// <summary>Settings of a generation as one JSON object: a tool's own mark, or a prompt beside settings of a sampler.</summary>
internal static class RecipeSettings
{
    /// <summary>Fewer settings beside a prompt also occur in forms and interviews.</summary>
    private const int MinSettings = 3;

    private static readonly RecipeShapes Shapes = RecipeShapes.Known;

    public static Recipe? Read(JsonElement root)
    {
        foreach (var mark in Shapes.Settings)
        {
            if (Member(root, mark.Member) is { } member && (mark.StartsWith is null || StartsWith(member, mark.StartsWith)))
            {
                return new(mark.Tool, ModelOf(root) ?? (member.ValueKind == JsonValueKind.Object ? ModelOf(member) : null));
            }
        }

        var settings = Shapes.SettingNames.Count(names => Array.Exists(names, name => HasSetting(root, name)));
        return settings >= MinSettings && HasText(root, "prompt")
            ? new("settings", ModelOf(root))
            : null;
    }

    private static JsonElement? Member(JsonElement root, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out root))
            {
                return null;
            }
        }

        return root;
    }

    private static bool StartsWith(JsonElement member, string start) =>
        member.ValueKind == JsonValueKind.String && member.GetString()!.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool HasText(JsonElement root, string name) =>
        root.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String;

    private static bool HasSetting(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Object;

    /// <summary>Returns the file of a model rather than its kind: a name with a registered beginning is found later.</summary>
    private static string? ModelOf(JsonElement root) => Shapes.ModelInputs
        .Select(name => root.TryGetProperty(name, out var model) && model.ValueKind == JsonValueKind.String ? model.GetString() : null)
        .FirstOrDefault(static model => !string.IsNullOrEmpty(model));
}
