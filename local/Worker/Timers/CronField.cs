using System.Globalization;

namespace Local.Worker.Timers;

/// <summary>The values that one field of an NCRONTAB expression admits.</summary>
internal static class CronField
{
    /// <param name="text"><c>*</c>, <c>5</c>, <c>1-5</c>, any of them with <c>/step</c>, or a list of them.</param>
    /// <param name="names">Names of the values from <paramref name="min"/> on, as MON or JAN.</param>
    /// <exception cref="FormatException">The text is no such field, or a value is out of range.</exception>
    public static SortedSet<int> Parse(string text, int min, int max, params ReadOnlySpan<string> names)
    {
        var values = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') switch
            {
                [var all] => (all, 1),
                [var all, var every] => (all, Number(every, 1, max, [])),
                _ => throw new FormatException($"'{part}' has more than one '/'."),
            };
            var (from, to) = range.Split('-') switch
            {
                ["*"] => (min, max),
                [var one] => (Number(one, min, max, names), part == range ? Number(one, min, max, names) : max),
                [var first, var last] => (Number(first, min, max, names), Number(last, min, max, names)),
                _ => throw new FormatException($"'{range}' is no range."),
            };
            for (var value = from; value <= to; value += step)
            {
                values.Add(value);
            }
        }

        return values.Count > 0 ? values : throw new FormatException($"'{text}' admits no value.");
    }

    private static int Number(string text, int min, int max, ReadOnlySpan<string> names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (text.Equals(names[i], StringComparison.OrdinalIgnoreCase))
            {
                return min + i;
            }
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new FormatException($"'{text}' is no value from {min} to {max}.");
    }
}
