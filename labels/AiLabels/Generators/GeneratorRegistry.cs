using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiLabels.Generators;

/// <summary>Names the generator behind a mark. A new generator is one row in <c>generators.json</c>.</summary>
internal static class GeneratorRegistry
{
    public static IReadOnlyList<Generator> All { get; } = Load();

    public static string? ByProducer(string subject) => Find(g => g.Producers, subject, Same);

    public static string? ByContentId(string id) => Find(g => g.ContentIds, id, static (mark, value) => value.StartsWith(mark, StringComparison.Ordinal));

    /// <param name="name">Organisation or common name of the signing certificate.</param>
    public static string? ByC2paIssuer(string name) => Find(g => g.C2paIssuers, name, Same);

    /// <param name="name">The same, of a manifest that says AI.</param>
    public static string? ByC2paSignerOfAi(string name) => ByC2paIssuer(name) ?? Find(g => g.C2paServices, name, Same);

    /// <param name="agent">softwareAgent or claim generator, such as <c>Dreamina/7.5.0</c>.</param>
    public static string? ByC2paAgent(string agent) => Find(g => g.C2paAgents, agent, StartsWithName);

    public static string? ByEncoder(string encoder) => Find(g => g.Encoders, encoder, static (mark, value) => value.Split(' ').Contains(mark, StringComparer.OrdinalIgnoreCase));

    public static string? BySei(Guid uuid, string text) =>
        Find(g => g.Sei, text, (mark, value) => (mark.Uuid is null || mark.Uuid == uuid) && value.StartsWith(mark.Text, StringComparison.Ordinal));

    /// <param name="root">A JSON object that stands as a metadata value.</param>
    public static string? ByMetadata(JsonElement root) => Find(g => g.Metadata, root, static (mark, value) => mark.Matches(value));

    private static string? Find<TMark, TValue>(Func<Generator, IReadOnlyList<TMark>> marks, TValue value, Func<TMark, TValue, bool> matches)
    {
        foreach (var generator in All)
        {
            if (marks(generator).Any(mark => matches(mark, value)))
            {
                return generator.Name;
            }
        }

        return null;
    }

    private static bool Same(string mark, string value) => mark.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The name itself, or the name and then something that is no part of a word: a version, a product line.</summary>
    private static bool StartsWithName(string mark, string value) =>
        value.StartsWith(mark, StringComparison.OrdinalIgnoreCase) && (value.Length == mark.Length || !char.IsLetterOrDigit(value[mark.Length]));

    private static Generator[] Load()
    {
        using var rows = Assembly.GetExecutingAssembly().GetManifestResourceStream("AiLabels.Generators.generators.json")!;
        return JsonSerializer.Deserialize(rows, GeneratorJson.Default.GeneratorArray)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Generator[]))]
internal sealed partial class GeneratorJson : JsonSerializerContext;
