namespace VideoGate.Tests.Telemetry.Kql;

internal sealed class TokenReader(IReadOnlyList<Token> tokens)
{
    private int _at;

    public Token Peek => tokens[_at];

    public Token Next() => tokens[_at++];

    public bool Take(string symbol) => TakeSymbol(symbol) is not null;

    public bool TakeName(string name) => TakeName([name]) is not null;

    public string? TakeSymbol(params string[] symbols) => Take(TokenKind.Symbol, symbols);

    public string? TakeName(params string[] names) => Take(TokenKind.Name, names);

    public void Expect(string text)
    {
        if (Next() is var token && token.Text != text)
        {
            throw new UnknownKqlException($"'{text}' was expected, not '{token.Text}'.");
        }
    }

    public string Name() => Next() is { Kind: TokenKind.Name } token ? token.Text : throw new UnknownKqlException("A name was expected.");

    /// <returns>The name in <c>name = …</c>, or null if there is none.</returns>
    public string? Assigned()
    {
        if (Peek.Kind is not TokenKind.Name || tokens[_at + 1] is not { Kind: TokenKind.Symbol, Text: "=" })
        {
            return null;
        }

        var name = Name();
        Expect("=");
        return name;
    }

    private string? Take(TokenKind kind, string[] texts)
    {
        if (Peek is var token && token.Kind == kind && texts.Contains(token.Text, StringComparer.Ordinal))
        {
            _at++;
            return token.Text;
        }

        return null;
    }
}
