using System.Collections.Frozen;
using System.Text.Json;
using VideoGate.Http;

namespace VideoGate.Disclosures;

/// <summary>Texts of the disclosure page in one language.</summary>
internal sealed class DisclosureTexts
{
    private readonly FrozenDictionary<string, string> _texts;

    private DisclosureTexts(string language)
    {
        Language = language;
        using var file = typeof(DisclosureTexts).Assembly.GetManifestResourceStream($"disclosure.{language}.json")
            ?? throw new InvalidOperationException($"disclosure.{language}.json is not part of the app.");
        _texts = JsonSerializer.Deserialize(file, DisclosureJson.Default.DictionaryStringString)!.ToFrozenDictionary();
    }

    public static DisclosureTexts English { get; } = new(PreferredLanguage.English);

    public static DisclosureTexts SimplifiedChinese { get; } = new(PreferredLanguage.SimplifiedChinese);

    /// <summary>Language tag (BCP 47).</summary>
    public string Language { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    public string this[string key] => _texts[key];

    public static DisclosureTexts In(string language) => language is PreferredLanguage.SimplifiedChinese ? SimplifiedChinese : English;

    /// <summary>Gets the text of a value from data, such as a code of a jurisdiction, or the value itself.</summary>
    public string Term(string group, string value) => _texts.GetValueOrDefault($"{group}.{value}", value);

    /// <summary>Gets a text of a notice in this language, or in English.</summary>
    public string? Of(IReadOnlyDictionary<string, string> texts) =>
        texts.GetValueOrDefault(Language.Split('-')[0]) ?? texts.GetValueOrDefault(PreferredLanguage.English);
}
