using System.Reflection;
using System.Text.Json;

namespace AiLabels.Generators;

/// <summary>Identifies the generator of a mark. A new generator is one row in <c>generators.json</c>.</summary>
internal static class GeneratorRegistry
{
    public static IReadOnlyList<Generator> All { get; } = Load();

    private static readonly Marks<string> Producers = Marks<string>.Of(g => g.Producers);
    private static readonly Marks<string> ContentIds = Marks<string>.Of(g => g.ContentIds);
    private static readonly Marks<string> C2paIssuers = Marks<string>.Of(g => g.C2paIssuers);
    private static readonly Marks<string> C2paServices = Marks<string>.Of(g => g.C2paServices);
    private static readonly Marks<string> C2paAgents = Marks<string>.Of(g => g.C2paAgents);
    private static readonly Marks<string> Encoders = Marks<string>.Of(g => g.Encoders);
    private static readonly Marks<string> Models = Marks<string>.Of(g => g.Models);
    private static readonly Marks<string> Credits = Marks<string>.Of(g => g.Credits);
    private static readonly Marks<SeiMark> Sei = Marks<SeiMark>.Of(g => g.Sei);
    private static readonly Marks<JsonMark> Metadata = Marks<JsonMark>.Of(g => g.Metadata);

    public static string? ByProducer(string subject) => Producers.Find(subject, Same);

    public static string? ByContentId(string id) =>
        ContentIds.Find(id, static (mark, value) => value.StartsWith(mark, StringComparison.Ordinal));

    /// <summary>A name that signs for one generator goes before one that signs for several.</summary>
    /// <param name="names">Organization and common name of the signing certificate.</param>
    /// <param name="isAi">The manifest states AI: only then does a signer that also signs other media identify the generator.</param>
    public static string? ByC2paSigner(IEnumerable<string> names, bool isAi) =>
        names.Select(static name => C2paIssuers.Find(name, Same)).FirstOrDefault(static found => found is not null)
        ?? (isAi ? names.Select(static name => C2paServices.Find(name, Same)).FirstOrDefault(static found => found is not null) : null);

    /// <param name="agent">softwareAgent or claim generator, such as <c>Dreamina/7.5.0</c>.</param>
    public static string? ByC2paAgent(string agent) => C2paAgents.Find(agent, StartsWithName);

    public static string? ByEncoder(string encoder) => Encoders.Find(encoder, HasWord);

    public static string? BySei(Guid uuid, string text) => Sei.Find(
        (uuid, text),
        static (mark, value) =>
            (mark.Uuid is null || mark.Uuid == value.uuid) && value.text.StartsWith(mark.Text, StringComparison.Ordinal));

    /// <param name="credit">CreatorTool, Credit or AISystemUsed, such as <c>Adobe Firefly 3</c>.</param>
    public static string? ByCredit(string credit) => Credits.Find(credit.Trim(), StartsWithName);

    /// <param name="model">Path, address or name of a model; of several parts, the first that is registered.</param>
    public static string? ByModel(string model)
    {
        var parts = model.Split(['/', '\\', '|'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in Enumerable.Reverse(parts).SelectMany(SplitWords))
        {
            var plain = string.Concat(part.Where(char.IsLetterOrDigit));
            if (Models.Find(plain, static (mark, name) => name.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) is { } generator)
            {
                return generator;
            }
        }

        return null;

        // "WanGP v11 by DeepBeepMeep - Wan2.1 Text2video"
        static string[] SplitWords(string name) => name.Split(" - ");
    }

    /// <param name="root">A JSON object in a metadata value.</param>
    public static string? ByMetadata(JsonElement root) => Metadata.Find(root, static (mark, value) => mark.Matches(value));

    private static bool Same(string mark, string value) => mark.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool HasWord(string mark, string value) => value.Split(' ').Contains(mark, StringComparer.OrdinalIgnoreCase);

    /// <summary>Matches the name itself, or the name and a character that is not part of a word: a version, a product line.</summary>
    private static bool StartsWithName(string mark, string value) =>
        value.StartsWith(mark, StringComparison.OrdinalIgnoreCase)
            && (value.Length == mark.Length || !char.IsLetterOrDigit(value[mark.Length]));

    private static Generator[] Load()
    {
        using var rows = Assembly.GetExecutingAssembly().GetManifestResourceStream("AiLabels.Generators.generators.json")!;
        return GeneratorRows.Read(rows);
    }

    /// <summary>All marks of one kind, each with its generator, in the order of the rows.</summary>
    private sealed class Marks<TMark>((string Generator, TMark Mark)[] all)
    {
        public static Marks<TMark> Of(Func<Generator, IReadOnlyList<TMark>> marks) =>
            new([.. All.SelectMany(marks, static (generator, mark) => (generator.Name, mark))]);

        public string? Find<TValue>(TValue value, Func<TMark, TValue, bool> matches)
        {
            foreach (var (generator, mark) in all)
            {
                if (matches(mark, value))
                {
                    return generator;
                }
            }

            return null;
        }
    }
}
