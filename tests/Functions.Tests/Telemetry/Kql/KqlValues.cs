using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoGate.Tests.Telemetry.Kql;

internal static class KqlValues
{
    public static bool IsTrue(object? value) => value is true;

    public static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static double? Number(object? value) => value switch
    {
        double number => number,
        string text when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        bool flag => flag ? 1 : 0,
        _ => null,
    };

    public static TimeSpan Span(string text)
    {
        var unit = text.TrimStart("0123456789".ToCharArray());
        var amount = double.Parse(text[..^unit.Length], CultureInfo.InvariantCulture);
        return unit switch
        {
            "ms" => TimeSpan.FromMilliseconds(amount),
            "s" => TimeSpan.FromSeconds(amount),
            "m" => TimeSpan.FromMinutes(amount),
            "h" => TimeSpan.FromHours(amount),
            _ => TimeSpan.FromDays(amount),
        };
    }

    /// <summary>Null is neither equal nor unequal to any value: the row is omitted, as in Kusto.</summary>
    public static bool Compare(string comparison, object? left, object? right)
    {
        if (left is null || right is null)
        {
            return false;
        }

        if (comparison == "=~")
        {
            return string.Equals(Text(left), Text(right), StringComparison.OrdinalIgnoreCase);
        }

        var order = Order(left, right);
        return comparison switch
        {
            "==" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }

    public static int Order(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string one, string other) => string.CompareOrdinal(one, other),
        (DateTimeOffset one, DateTimeOffset other) => one.CompareTo(other),
        (TimeSpan one, TimeSpan other) => one.CompareTo(other),
        (double or bool, double or bool) => Number(left)!.Value.CompareTo(Number(right)!.Value),
        _ => throw new UnknownKqlException(
            $"{left.GetType().Name} and {right.GetType().Name} cannot be compared; convert one, with tostring() for example."),
    };

    public static object Add(object? left, object? right, int sign) => (left, right) switch
    {
        (double one, double other) => one + (sign * other),
        (DateTimeOffset time, TimeSpan span) => time + (sign * span),
        (DateTimeOffset one, DateTimeOffset other) when sign < 0 => one - other,
        _ => throw new UnknownKqlException($"{left?.GetType().Name} and {right?.GetType().Name} cannot be added."),
    };

    public static bool Find(string name, string text, string sought)
    {
        const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;
        var isFound = name.TrimStart('!') switch
        {
            "contains" => text.Contains(sought, Ignoring),
            "startswith" => text.StartsWith(sought, Ignoring),
            "endswith" => text.EndsWith(sought, Ignoring),
            _ => Regex.IsMatch(text, $@"(?<![A-Za-z0-9]){Regex.Escape(sought)}(?![A-Za-z0-9])", RegexOptions.IgnoreCase),
        };
        return isFound != name.StartsWith('!');
    }

    public static object? Bin(object? value, object? width) => (value, width) switch
    {
        (null, _) => null,
        (DateTimeOffset time, TimeSpan span) => new DateTimeOffset(time.UtcTicks / span.Ticks * span.Ticks, TimeSpan.Zero),
        (double number, double step) => Math.Floor(number / step) * step,
        _ => throw new UnknownKqlException("bin() takes a time and a span, or two numbers."),
    };
}
