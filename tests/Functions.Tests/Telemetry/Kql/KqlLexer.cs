using System.Text.RegularExpressions;

namespace VideoGate.Tests.Telemetry.Kql;

internal enum TokenKind
{
    Name,
    Text,
    Number,
    Span,
    Symbol,
    End,
}

internal readonly record struct Token(TokenKind Kind, string Text);

/// <summary>What a query says that the evaluator does not know: it must not pass for a query that finds nothing.</summary>
internal sealed class UnknownKqlException(string message) : Exception(message);

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

    private static string Unescape(string text) => text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    [GeneratedRegex(
        """(?<blank>\s+|//[^\n]*)|(?<text>"(?:\\.|[^"\\])*"|'[^']*')|(?<span>\d+(?:ms|[dhms])\b)|(?<number>\d+(?:\.\d+)?)|(?<name>!?[A-Za-z_]\w*~?)|(?<symbol>==|!=|=~|<=|>=|[-+*/|=<>(),.\[\]])""")]
    private static partial Regex TokenPattern();
}
