using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Headers;
using VideoGate.Http;

namespace VideoGate.Reporting.Statements;

/// <summary>Texts of statements in one language.</summary>
internal sealed class StatementTexts
{
    private readonly FrozenDictionary<string, string> _texts;

    private StatementTexts(string language)
    {
        Language = language;
        using var file = typeof(StatementTexts).Assembly.GetManifestResourceStream($"statement.{language}.json")
            ?? throw new InvalidOperationException($"statement.{language}.json is not part of the app.");
        _texts = JsonSerializer.Deserialize(file, StatementJson.Default.DictionaryStringString)!.ToFrozenDictionary();
    }

    public static StatementTexts English { get; } = new("en");

    public static StatementTexts SimplifiedChinese { get; } = new("zh-Hans");

    /// <summary>Language tag (BCP 47).</summary>
    public string Language { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <inheritdoc cref="PreferredLanguage.Of(RequestHeaders)"/>
    public static StatementTexts For(RequestHeaders headers) =>
        PreferredLanguage.Of(headers) is PreferredLanguage.SimplifiedChinese ? SimplifiedChinese : English;

    public bool Has(string key) => _texts.ContainsKey(key);

    public string this[string key, params object[] values] => string.Format(CultureInfo.InvariantCulture, _texts[key], values);
}
