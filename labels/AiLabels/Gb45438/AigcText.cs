using System.Text.RegularExpressions;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Gb45438;

/// <summary>
/// A label as text in an entry such as a comment: <c>AIGC:{…}</c>, <c>AIGC=true</c>, <c>AI-generated (AIGC)</c>. Not well placed, so
/// suspected. Text that speaks about AIGC is none.
/// </summary>
internal static partial class AigcText
{
    /// <summary>A label is at the beginning; a longer text with a label further on only mentions it.</summary>
    private const int MaxLength = 64 << 10;

    private static readonly char[] Openings = ['[', '(', '【', '"', '\'', '#', ' '];
    private static readonly string[] True = ["true", "yes", "1", "2", "3", "是"];
    private static readonly string[] Denials = ["不是", "并非", "非", "没有", "未", "无", "not ", "no ", "non-", "isn't", "without "];

    public static ReadResult Read(string text, Source source, LabelReaderOptions options)
    {
        var folded = AigcName.Fold(text.Truncate(MaxLength));
        if (ValueOf(folded) is { } value && (value is ['{', ..] || IsTrue(value) || Generated().IsMatch(value)))
        {
            return Misplaced(ReadValue(value, text, source, options), source);
        }

        return Statement().Match(folded) is { Success: true } statement && !IsDenied(folded, statement.Index)
            ? Misplaced(ReadResult.Of(FlatFinding(text, source, options)), source)
            : ReadResult.None;
    }

    /// <summary>Returns what follows <c>AIGC:</c>, <c>AIGC=</c> or <c>AIGC</c> before a brace, or null.</summary>
    private static string? ValueOf(string text)
    {
        var start = text.TrimStart(Openings);
        if (!start.StartsWith(AigcName.Keyword, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = start[AigcName.Keyword.Length..].TrimStart('"', '\'', ' ');
        return rest switch
        {
            ['{', ..] => rest,
            [':' or '=', ..] => rest[1..].TrimStart('"', '\'', ' '),
            _ => null,
        };
    }

    private static bool IsTrue(string value) => Array.Exists(
        True, word => value.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && (value.Length == word.Length || !char.IsLetterOrDigit(value[word.Length])));

    private static ReadResult ReadValue(string value, string text, Source source, LabelReaderOptions options) =>
        value is ['{', ..] && AigcLabel.Read(value, source, options) is { Findings: [{ } label], Problems: var problems }
            ? ReadResult.Of(label with { Says = AiOrigin.Suspected, Raw = text.Truncate(options.MaxRawText) }, problems)
            : ReadResult.Of(FlatFinding(text, source, options));

    private static Finding FlatFinding(string text, Source source, LabelReaderOptions options) => new()
    {
        Kind = FindingKind.AigcLabel,
        Says = AiOrigin.Suspected,
        Source = source with { Clause = AigcLabel.Clause },
        Raw = text.Truncate(options.MaxRawText),
    };

    private static ReadResult Misplaced(ReadResult label, Source source) => label with
    {
        Problems =
        [
            .. label.Problems,
            new("aigc.misplaced", $"An AIGC label appears as text in {source.Path}; annex E requires a value named AIGC.", source),
        ],
    };

    private static bool IsDenied(string text, int at)
    {
        var before = text[Math.Max(0, at - 12)..at];
        return Array.Exists(Denials, denial => before.Contains(denial, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"(?:AI|artificial intelligence)[- ]?generated|generated (?:by|with) |(?:AI|人工智能)[^。，,.]{0,6}(?:生成|合成)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Generated();

    /// <summary>A statement about this very video, or words for generated that the keyword in brackets explains.</summary>
    [GeneratedRegex(
        @"(?:本|此|该)(?:视频|影片|内容|作品|短片)(?:全部|均|系)?[由为](?:AI|人工智能)[^。，,.]{0,6}(?:生成|合成)|"
        + @"(?:AI[- ]?generated(?: (?:content|video|media))?|(?:AI|人工智能)(?:生成合成|生成|合成)(?:内容|视频)?) ?\(AIGC\)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Statement();
}
