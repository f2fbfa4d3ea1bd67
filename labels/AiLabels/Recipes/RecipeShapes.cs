using System.Reflection;
using System.Text.Json;

namespace AiLabels.Recipes;

/// <summary>The shapes of recipes that local tools write into video files, from <c>recipes.json</c>.</summary>
/// <remarks>
/// Derived from files and from the tools' sources; none has a specification. A graph counts only with a part that generates: one that loads
/// and saves a video is an editor's.
/// </remarks>
internal sealed class RecipeShapes
{
    private RecipeShapes(JsonElement root)
    {
        GraphHolders = Texts(root, "graphHolders");
        ModelLoaders = Texts(root, "modelLoaders");
        GeneratingNodes = [.. Texts(root, "samplers"), .. Texts(root, "generatorNodes")];
        ModelInputs = Texts(root, "modelInputs");
        SettingNames = [.. root.GetProperty("settingNames").EnumerateArray().Select(Texts)];
        TextNames = Texts(root, "textNames");
        Settings = [.. root.GetProperty("settings").EnumerateArray().Select(Mark)];
    }

    public static RecipeShapes Known { get; } = Load();

    /// <summary>Members that hold a graph, as an object or as JSON text.</summary>
    public IReadOnlyList<string> GraphHolders { get; }

    /// <summary>Parts of the type of a node that loads a generating model.</summary>
    public IReadOnlyList<string> ModelLoaders { get; }

    /// <summary>Parts of the type of a node that generates.</summary>
    public IReadOnlyList<string> GeneratingNodes { get; }

    /// <summary>Members that name a model.</summary>
    public IReadOnlyList<string> ModelInputs { get; }

    public IReadOnlyList<SettingsMark> Settings { get; }

    /// <summary>Settings of a sampler, each with its spellings.</summary>
    public IReadOnlyList<string[]> SettingNames { get; }

    /// <summary>Names beside <c>Steps</c> in a line of parameters.</summary>
    public IReadOnlyList<string> TextNames { get; }

    private static RecipeShapes Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("AiLabels.Recipes.recipes.json")!;
        using var document = JsonDocument.Parse(file);
        return new(document.RootElement);
    }

    private static string[] Texts(JsonElement root, string name) => Texts(root.GetProperty(name));

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(static text => text.GetString()!)];

    private static SettingsMark Mark(JsonElement row) => new(
        row.GetProperty("tool").GetString()!,
        row.GetProperty("member").GetString()!,
        row.TryGetProperty("startsWith", out var start) ? start.GetString() : null);
}
