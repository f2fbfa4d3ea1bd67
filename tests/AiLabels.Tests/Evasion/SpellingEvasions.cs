using System.Net;
using System.Text;
using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Evasion;

/// <summary>Labels whose key or value is written so that programs do not take it for one.</summary>
internal static class SpellingEvasions
{
    private const string Disguised = "Annex E asks for the key AIGC; who disguises it knows of the label.";
    private const string Escaped = "A key AIGC with a value that cannot be relied on is suspected (annex E).";

    public static IEnumerable<Evasion> All =>
    [
        Key("full-width letters", "ＡＩＧＣ"),
        Key("a character without width", "AI\u200BGC"),
        Key("a soft hyphen", "AI\u00ADGC"),
        Key("Cyrillic letters", "АІGС"),
        Key("mathematical letters", "\U0001D400\U0001D408\U0001D406\U0001D402"),
        Key("small letters", "aigc"),
        Key("a NUL and blanks around", " AIGC\0"),
        Key("hundreds of characters before", new string('x', 300) + "AIGC"),
        Value("percent escapes", Uri.EscapeDataString(Aigc.Generated)),
        Value("HTML entities", WebUtility.HtmlEncode(Aigc.Generated)),
        Value("a byte order mark", "\uFEFF" + Aigc.Generated),
        Value("base64", Convert.ToBase64String(Encoding.UTF8.GetBytes(Aigc.Generated))),
        Value("JSON in JSON strings", System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Serialize(Aigc.Generated))),
        Value("escaped letters", Aigc.Generated.Replace("Label", "\\u004cabel", StringComparison.Ordinal)),
        Value("Label twice", """{"Label":"","Label":"1"}"""),
        new("value in UTF-16", Escaped, AiOrigin.Confirmed, static () => FileWith(Udta(
            FullBox("meta", Hdlr("mdta"), Keys("AIGC"), Box("ilst", Item(1, Data(1, Encoding.Unicode.GetBytes(Aigc.Generated)))))))),
        new("label nested beyond the limit in a comment", "What is nested deeper than is read may be a label, and is said.",
            AiOrigin.Inconclusive, static () => FileWith(Udta(MetaWithKeys(
                ("comment", string.Concat(Enumerable.Repeat("{\"a\":", 100)) + Aigc.Generated + new string('}', 100)))))),
    ];

    private static Evasion Key(string how, string key) =>
        new($"key with {how}", Disguised, AiOrigin.Suspected, () => FileWith(Udta(MetaWithKeys((key, Aigc.Generated)))));

    private static Evasion Value(string how, string value) =>
        new($"value with {how}", Escaped, AiOrigin.Suspected, () => FileWith(Udta(MetaWithKeys(("AIGC", value)))));
}
