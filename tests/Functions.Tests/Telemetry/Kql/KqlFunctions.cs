namespace VideoGate.Tests.Telemetry.Kql;

internal static class KqlFunctions
{
    public static Expression Named(string name, IReadOnlyList<Expression> arguments, DateTimeOffset now)
    {
        object? Argument(int index, Row row) => arguments[index](row);
        return (name, arguments.Count) switch
        {
            ("tostring", 1) => row => KqlValues.Text(Argument(0, row)),
            ("todouble" or "toreal" or "toint" or "tolong", 1) => row => KqlValues.Number(Argument(0, row)),
            ("tobool", 1) => row => bool.TryParse(KqlValues.Text(Argument(0, row)), out var flag) ? flag : null,
            ("isempty", 1) => row => KqlValues.Text(Argument(0, row)).Length == 0,
            ("isnotempty", 1) => row => KqlValues.Text(Argument(0, row)).Length > 0,
            ("not", 1) => row => !KqlValues.IsTrue(Argument(0, row)),
            ("iff" or "iif", 3) => row => KqlValues.IsTrue(Argument(0, row)) ? Argument(1, row) : Argument(2, row),
            ("case", >= 3) => row => Case(arguments, row),
            ("coalesce", >= 2) => row => arguments.Select(argument => argument(row)).FirstOrDefault(value => value is not (null or "")),
            ("strcat", >= 1) => row => string.Concat(arguments.Select(argument => KqlValues.Text(argument(row)))),
            ("bin", 2) => row => KqlValues.Bin(Argument(0, row), Argument(1, row)),
            ("now", 0) => _ => now,
            ("ago", 1) => row => now - (TimeSpan)Argument(0, row)!,
            _ => throw new UnknownKqlException($"Function {name} of {arguments.Count} arguments is not known."),
        };
    }

    /// <returns>The aggregation of a group of rows to one value.</returns>
    public static Func<IReadOnlyList<Row>, object?> Aggregate(string name, IReadOnlyList<Expression> arguments) =>
        (name, arguments.Count) switch
        {
            ("count", 0) => rows => (double)rows.Count,
            ("countif", 1) => rows => (double)rows.Count(row => KqlValues.IsTrue(arguments[0](row))),
            ("dcount", 1) => rows => (double)Values(rows, arguments[0]).Distinct().Count(),
            ("sum", 1) => rows => Values(rows, arguments[0]).Sum(value => KqlValues.Number(value) ?? 0),
            ("avg", 1) => rows => Values(rows, arguments[0]).Average(value => KqlValues.Number(value)),
            ("min", 1) => rows => Values(rows, arguments[0]).Min(Comparer<object?>.Create(KqlValues.Order)),
            ("max", 1) => rows => Values(rows, arguments[0]).Max(Comparer<object?>.Create(KqlValues.Order)),
            _ => throw new UnknownKqlException($"Aggregate {name} of {arguments.Count} arguments is not known."),
        };

    private static IEnumerable<object?> Values(IReadOnlyList<Row> rows, Expression of) =>
        rows.Select(row => of(row)).Where(value => value is not null);

    private static object? Case(IReadOnlyList<Expression> arguments, Row row)
    {
        for (var pair = 0; pair + 1 < arguments.Count; pair += 2)
        {
            if (KqlValues.IsTrue(arguments[pair](row)))
            {
                return arguments[pair + 1](row);
            }
        }

        return arguments[^1](row);
    }
}
