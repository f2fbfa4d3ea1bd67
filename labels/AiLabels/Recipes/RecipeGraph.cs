using System.Text.Json;

namespace AiLabels.Recipes;

/// <summary>
/// A graph of nodes as ComfyUI writes it: for its API an object of nodes by id, each with <c>class_type</c>; for its editor a list
/// <c>nodes</c>, each with <c>type</c>.
/// </summary>
internal static class RecipeGraph
{
    private const string Tool = "ComfyUI";
    private static readonly RecipeShapes Shapes = RecipeShapes.Known;

    /// <returns>Null without a node that loads a model or generates.</returns>
    public static Recipe? Read(JsonElement root)
    {
        var loads = false;
        string? generating = null;
        foreach (var (type, node) in Nodes(root))
        {
            var isLoader = IsAny(type, Shapes.ModelLoaders);
            if (isLoader && ModelOf(node) is { } model)
            {
                return new(Tool, model);
            }

            loads |= isLoader;
            generating ??= IsAny(type, Shapes.GeneratingNodes) ? type : null;
        }

        return loads || generating is not null ? new(Tool, generating) : null;
    }

    private static IEnumerable<(string Type, JsonElement Node)> Nodes(JsonElement root)
    {
        if (root.TryGetProperty("nodes", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            return list.EnumerateArray().Select(static node => (TextOf(node, "type"), node)).Where(IsNode).Select(Known);
        }

        return root.EnumerateObject().Select(static node => (TextOf(node.Value, "class_type"), node.Value)).Where(IsNode).Select(Known);

        static bool IsNode((string? Type, JsonElement) node) => node.Type is not null;
        static (string, JsonElement) Known((string? Type, JsonElement Node) node) => (node.Type!, node.Node);
    }

    private static bool IsAny(string type, IReadOnlyList<string> parts) =>
        parts.Any(part => type.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the first text that looks like a model's file among what the node is given.</summary>
    private static string? ModelOf(JsonElement node)
    {
        if (node.TryGetProperty("inputs", out var inputs) && inputs.ValueKind == JsonValueKind.Object)
        {
            return Shapes.ModelInputs.Select(name => TextOf(inputs, name)).FirstOrDefault(static text => text is not null);
        }

        return node.TryGetProperty("widgets_values", out var values) && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray().Where(static value => value.ValueKind == JsonValueKind.String)
                .Select(static value => value.GetString()).FirstOrDefault()
            : null;
    }

    private static string? TextOf(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
