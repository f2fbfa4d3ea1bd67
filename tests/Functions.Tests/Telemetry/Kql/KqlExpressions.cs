using System.Globalization;

namespace VideoGate.Tests.Telemetry.Kql;

/// <summary>KQL expressions, as far as this project's queries use them.</summary>
/// <param name="now">Value of <c>now()</c>.</param>
internal sealed class KqlExpressions(TokenReader tokens, DateTimeOffset now)
{
    private static readonly string[] TextOperators =
        ["has", "!has", "contains", "!contains", "startswith", "!startswith", "endswith", "!endswith"];

    public Expression Read()
    {
        var left = ReadAnd();
        while (tokens.TakeName("or"))
        {
            var (first, second) = (left, ReadAnd());
            left = row => KqlValues.IsTrue(first(row)) || KqlValues.IsTrue(second(row));
        }

        return left;
    }

    /// <summary>Expressions up to the closing parenthesis.</summary>
    public List<Expression> ReadArguments()
    {
        List<Expression> arguments = [];
        tokens.Expect("(");
        while (!tokens.Take(")"))
        {
            if (arguments.Count > 0)
            {
                tokens.Expect(",");
            }

            arguments.Add(Read());
        }

        return arguments;
    }

    private Expression ReadAnd()
    {
        var left = ReadComparison();
        while (tokens.TakeName("and"))
        {
            var (first, second) = (left, ReadComparison());
            left = row => KqlValues.IsTrue(first(row)) && KqlValues.IsTrue(second(row));
        }

        return left;
    }

    private Expression ReadComparison()
    {
        var left = ReadSum();
        if (tokens.TakeSymbol("==", "!=", "=~", "<=", ">=", "<", ">") is { } comparison)
        {
            var right = ReadSum();
            return row => KqlValues.Compare(comparison, left(row), right(row));
        }

        if (tokens.TakeName(TextOperators) is { } name)
        {
            var right = ReadSum();
            return row => KqlValues.Find(name, KqlValues.Text(left(row)), KqlValues.Text(right(row)));
        }

        if (tokens.TakeName("in", "!in") is { } membership)
        {
            var members = ReadArguments();
            return row => members.Exists(member => KqlValues.Compare("==", left(row), member(row))) == (membership == "in");
        }

        return left;
    }

    private Expression ReadSum()
    {
        var left = ReadValue();
        while (tokens.TakeSymbol("+", "-") is { } sign)
        {
            var (first, second) = (left, ReadValue());
            left = row => KqlValues.Add(first(row), second(row), sign == "+" ? 1 : -1);
        }

        return left;
    }

    private Expression ReadValue()
    {
        var token = tokens.Next();
        switch (token.Kind)
        {
            case TokenKind.Text:
                return _ => token.Text;
            case TokenKind.Number:
                return _ => double.Parse(token.Text, CultureInfo.InvariantCulture);
            case TokenKind.Span:
                var span = KqlValues.Span(token.Text);
                return _ => span;
            case TokenKind.Symbol when token.Text == "(":
                var inner = Read();
                tokens.Expect(")");
                return inner;
            case TokenKind.Name when tokens.Peek is { Kind: TokenKind.Symbol, Text: "(" }:
                return KqlFunctions.Named(token.Text, ReadArguments(), now);
            case TokenKind.Name:
                return token.Text is "true" or "false" ? _ => token.Text == "true" : Members(token.Text);
            default:
                throw new UnknownKqlException($"No value: {token.Text}");
        }
    }

    private Expression Members(string column)
    {
        Expression value =
            row => row.TryGetValue(column, out var found) ? found : throw new UnknownKqlException($"There is no column {column}.");
        while (tokens.TakeSymbol(".", "[") is { } access)
        {
            var (of, member) = (value, tokens.Next().Text);
            if (access == "[")
            {
                tokens.Expect("]");
            }

            value = row => (of(row) as Row)?.GetValueOrDefault(member);
        }

        return value;
    }
}
