using System.Text.Json;

namespace Local.Worker.Settings;

/// <summary>
/// <c>local.settings.json</c> as Azure Functions Core Tools reads it: <c>Values</c> are the app's settings (<c>__</c> separates
/// sections), <c>ConnectionStrings</c> go under their own section, <c>Host</c> speaks to the host itself.
/// </summary>
internal static class LocalSettingsFile
{
    public const string Name = "local.settings.json";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The file in the working directory, else the nearest one from the binaries upwards; null when there is none.</summary>
    public static string? Find(string workingDirectory, string binaryDirectory)
    {
        var candidates = Ancestors(binaryDirectory).Prepend(workingDirectory).Select(directory => Path.Combine(directory, Name));
        return candidates.FirstOrDefault(File.Exists);
    }

    /// <exception cref="FormatException">The file is not what Core Tools would accept.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            return Flatten(document.RootElement).ToDictionary(StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(
                $"{path}: {exception.Message} Expected {{ \"Values\": {{ \"Name\": \"text\" }} }}, each name once.", exception);
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Flatten(JsonElement root)
    {
        foreach (var (section, prefix) in new[] { ("Values", ""), ("ConnectionStrings", "ConnectionStrings:"), ("Host", "Host:") })
        {
            if (!root.TryGetProperty(section, out var values))
            {
                continue;
            }

            foreach (var setting in values.EnumerateObject())
            {
                yield return new(prefix + setting.Name.Replace("__", ":", StringComparison.Ordinal), setting.Value.ToString());
            }
        }
    }

    private static IEnumerable<string> Ancestors(string directory)
    {
        for (var current = new DirectoryInfo(directory); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
