using System.Text.Json;

namespace VideoGate.Local.Host.Worker;

/// <summary>A function of the app.</summary>
/// <param name="Bindings">Its triggers, inputs and outputs, as in <c>functions.metadata</c>.</param>
internal sealed record FunctionMetadata(string Name, IReadOnlyList<JsonElement> Bindings)
{
    public JsonElement? Trigger(string type)
    {
        foreach (var binding in Bindings)
        {
            if (Type(binding) == type)
            {
                return binding;
            }
        }

        return null;
    }

    public static string? Type(JsonElement binding) => Text(binding, "type");

    public static string? Text(JsonElement binding, string property) =>
        binding.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    public static bool? Flag(JsonElement binding, string property) =>
        binding.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;

    /// <summary>Reads the metadata that the worker's SDK wrote beside the app, before the worker runs.</summary>
    /// <exception cref="HostException">The file is missing or malformed.</exception>
    public static IReadOnlyList<FunctionMetadata> ReadAll(string appFolder)
    {
        var path = Path.Combine(appFolder, "functions.metadata");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. document.RootElement.EnumerateArray().Select(function => new FunctionMetadata(
                function.GetProperty("name").GetString()!,
                [.. function.GetProperty("bindings").EnumerateArray().Select(binding => binding.Clone())]))];
        }
        catch (Exception exception) when (exception is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new HostException($"{path} cannot be read: {exception.Message} Build the app first.", exception);
        }
    }
}
