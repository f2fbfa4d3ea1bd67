namespace VideoGate.Tests.Telemetry.Kql;

/// <summary>
/// Runs a query of Application Insights on rows in memory: the operators and functions that this project's queries use, with Kusto's own
/// rules. Anything else in a query is an error.
/// </summary>
internal static class KqlQuery
{
    /// <param name="tables">Tables by name.</param>
    /// <exception cref="UnknownKqlException">The query uses an unsupported feature.</exception>
    public static IReadOnlyList<Row> Run(string query, IReadOnlyDictionary<string, IReadOnlyList<Row>> tables, DateTimeOffset? now = null)
    {
        var tokens = new TokenReader(KqlLexer.Read(query));
        var expressions = new KqlExpressions(tokens, now ?? TimeProvider.System.GetUtcNow());
        var name = tokens.Name();
        var rows = tables.TryGetValue(name, out var table) ? table : throw new UnknownKqlException($"There is no table {name}.");
        while (tokens.Peek.Kind is not TokenKind.End)
        {
            tokens.Expect("|");
            rows = Operator(tokens.Name(), tokens, expressions)(rows);
        }

        return rows;
    }

    private static Func<IReadOnlyList<Row>, IReadOnlyList<Row>> Operator(string name, TokenReader tokens, KqlExpressions expressions)
    {
        switch (name)
        {
            case "where":
                var condition = expressions.Read();
                return rows => [.. rows.Where(row => KqlValues.IsTrue(condition(row)))];
            case "extend":
                var added = Columns(tokens, expressions);
                return rows => [.. rows.Select(row => Project(new(row), added, row))];
            case "project":
                var kept = Columns(tokens, expressions);
                return rows => [.. rows.Select(row => Project([], kept, row))];
            case "summarize":
                return Summarize(tokens, expressions);
            case "order" or "sort":
                return Order(tokens, expressions);
            case "take" or "limit":
                var most = int.Parse(tokens.Next().Text, System.Globalization.CultureInfo.InvariantCulture);
                return rows => [.. rows.Take(most)];
            default:
                throw new UnknownKqlException($"Operator {name} is not known.");
        }
    }

    /// <remarks>No column sees the others of the same operator.</remarks>
    private static Row Project(Row into, IEnumerable<(string Name, Expression Value)> columns, Row of)
    {
        foreach (var (name, value) in columns)
        {
            into[name] = value(of);
        }

        return into;
    }

    private static List<(string Name, Expression Value)> Columns(TokenReader tokens, KqlExpressions expressions)
    {
        List<(string, Expression)> columns = [];
        do
        {
            // A column without a name gets that of its source column.
            var start = tokens.Peek.Text;
            columns.Add((tokens.Assigned() ?? (start == "bin" ? "timestamp" : start), expressions.Read()));
        }
        while (tokens.Take(","));
        return columns;
    }

    private static Func<IReadOnlyList<Row>, IReadOnlyList<Row>> Summarize(TokenReader tokens, KqlExpressions expressions)
    {
        List<(string Name, Func<IReadOnlyList<Row>, object?> Value)> values = [];
        while (tokens.Peek is { Kind: TokenKind.Name, Text: not "by" })
        {
            var name = tokens.Assigned();
            var function = tokens.Name();
            values.Add((name ?? $"{function}_", KqlFunctions.Aggregate(function, expressions.ReadArguments())));
            tokens.Take(",");
        }

        var keys = tokens.TakeName("by") ? Columns(tokens, expressions) : [];
        return rows => [.. from row in rows
                           let key = Project([], keys, row)
                           group row by string.Join('\u001f', key.Values.Select(KqlValues.Text)) into same
                           select Grouped(Project([], keys, same.First()), values, [.. same])];
    }

    private static Row Grouped(Row key, IEnumerable<(string Name, Func<IReadOnlyList<Row>, object?> Value)> values, IReadOnlyList<Row> rows)
    {
        foreach (var (name, value) in values)
        {
            key[name] = value(rows);
        }

        return key;
    }

    private static Func<IReadOnlyList<Row>, IReadOnlyList<Row>> Order(TokenReader tokens, KqlExpressions expressions)
    {
        tokens.Expect("by");
        var by = expressions.Read();
        var ascending = tokens.TakeName("asc", "desc") == "asc";
        var comparer = Comparer<object?>.Create(KqlValues.Order);
        return rows => ascending ? [.. rows.OrderBy(row => by(row), comparer)] : [.. rows.OrderByDescending(row => by(row), comparer)];
    }
}
