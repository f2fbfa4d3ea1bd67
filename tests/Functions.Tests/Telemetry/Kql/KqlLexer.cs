using System.Text.RegularExpressions;

namespace VideoGate.Tests.Telemetry.Kql;

internal static partial class KqlLexer
{
    public static IReadOnlyList<Token> Read(string query)
    {
        List<Token> tokens = [];
        for (var at = 0; at < query.Length;)
        {
            var match = TokenPattern().Match(query, at);
            if (!match.Success || match.Index != at)
            {
                throw new UnknownKqlException($"Not understood: {query[at..Math.Min(query.Length, at + 30)]}");
            }

            at += match.Length;
            if (KindOf(match) is { } kind)
            {
                tokens.Add(new(kind, kind is TokenKind.Text ? Unescape(match.Value[1..^1]) : match.Value));
            }
        }

        return [.. tokens, new(TokenKind.End, "the end")];
    }

    private static TokenKind? KindOf(Match match) =>
        match.Groups["text"].Success ? TokenKind.Text
        : match.Groups["span"].Success ? TokenKind.Span
        : match.Groups["number"].Success ? TokenKind.Number
        : match.Groups["name"].Success ? TokenKind.Name
        : match.Groups["symbol"].Success ? TokenKind.Symbol
        : null;

    private static string Unescape(string text) =>
        text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    [GeneratedRegex(
        """(?<blank>\s+|//[^\n]*)|(?<text>"(?:\\.|[^"\\])*"|'[^']*')|(?<span>\d+(?:ms|[dhms])\b)|(?<number>\d+(?:\.\d+)?)|(?<name>!?[A-Za-z_]\w*~?)|(?<symbol>==|!=|=~|<=|>=|[-+*/|=<>(),.\[\]])""")]
    private static partial Regex TokenPattern();
}
