using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using VideoGate.Cases;
using VideoGate.Cases.Duties;

namespace VideoGate.Policies;

/// <summary>One value in a policy file. Reports an error and continues to read: one startup lists every error.</summary>
/// <param name="Report">Receives the path and the message of an error.</param>
internal sealed partial record PolicyNode(JsonElement Element, string Path, Action<string, string> Report)
{
    /// <summary>Gets a property of this object; a missing one reads as empty and is not reported again.</summary>
    public PolicyNode this[string name] =>
        new(Element.ValueKind is JsonValueKind.Object && Element.TryGetProperty(name, out var value) ? value : default, $"{Path}.{name}",
            Report);

    public bool IsAbsent => Element.ValueKind is JsonValueKind.Undefined;

    /// <summary>Reports missing and unknown properties.</summary>
    public PolicyNode Expect(IReadOnlyList<string> required, params IReadOnlyList<string> optional)
    {
        if (!Is(JsonValueKind.Object, "an object"))
        {
            return this;
        }

        var names = Element.EnumerateObject().Select(property => property.Name).ToList();
        foreach (var unknown in names.Except([.. required, .. optional]))
        {
            Report($"{Path}.{unknown}",
                $"Unknown property '{unknown}'. Remove it or use one of {string.Join(", ", required.Concat(optional))}.");
        }

        foreach (var missing in required.Except(names))
        {
            Report(Path, $"Property '{missing}' is missing. Add it.");
        }

        return this;
    }

    /// <summary>Gets the properties of an object, without duplicates.</summary>
    public IEnumerable<(string Name, PolicyNode Value)> Properties() => Element.ValueKind is JsonValueKind.Object
        ? Element.EnumerateObject().Select(property => property.Name).Distinct().Select(name => (name, this[name]))
        : [];

    /// <summary>Gets the items of a list; an empty list is an error.</summary>
    public IReadOnlyList<PolicyNode> Items()
    {
        if (!Is(JsonValueKind.Array, "a list"))
        {
            return [];
        }

        PolicyNode[] items = [.. Element.EnumerateArray().Select((item, index) => this with { Element = item, Path = $"{Path}[{index}]" })];
        if (items is [])
        {
            Report(Path, "The list is empty. Add an item or remove the property.");
        }

        return items;
    }

    public string Text()
    {
        var text = Is(JsonValueKind.String, "a string") ? Element.GetString()! : "";
        if (text is "" && Element.ValueKind is JsonValueKind.String)
        {
            Report(Path, "The string is empty. Provide a value or remove the property.");
        }

        return text;
    }

    public string Identifier() => Matching(IdentifierPattern, "is not an identifier. Use lower-case letters, digits and hyphens");

    public string DetectorCondition() => Matching(
        DetectorPattern, "is not a condition of a detector. Write the name and a threshold, such as acme >= 0.9, or acme unavailable");

    public string OneOf(IReadOnlyList<string> values)
    {
        var text = Text();
        if (text is not "" && !values.Contains(text))
        {
            Report(Path, $"'{text}' is not allowed here. Use one of {string.Join(", ", values)}.");
        }

        return text;
    }

    public T OneOf<T>()
        where T : struct, Enum
    {
        var values = Fact.Text<T>();
        var index = values.ToList().IndexOf(OneOf(values));
        return index < 0 ? default : Enum.GetValues<T>()[index];
    }

    /// <summary>Gets whether this is the given text.</summary>
    public bool Is(string text) => Element.ValueKind is JsonValueKind.String && Element.ValueEquals(text);

    /// <summary>Reads true or false; a missing one reads as false.</summary>
    public bool Flag()
    {
        if (!IsAbsent && Element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Report(Path, $"{Element.GetRawText()} is not allowed here. Use true or false.");
        }

        return Element.ValueKind is JsonValueKind.True;
    }

    public string? Jurisdiction()
    {
        var code = Text();
        if (code is "" || Jurisdictions.IsValid(code))
        {
            return code is "" ? null : code;
        }

        Report(Path, $"'{code}' is not a jurisdiction. Use a code such as CN, EU or US-CA.");
        return null;
    }

    /// <summary>Reads a date; it begins at midnight UTC.</summary>
    public DateTimeOffset? Date()
    {
        var text = Text();
        if (text is "")
        {
            return null;
        }

        if (DatePattern.IsMatch(text)
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return new(date, TimeOnly.MinValue, TimeSpan.Zero);
        }

        Report(Path, $"'{text}' is not a date. Use the form 2027-01-31.");
        return null;
    }

    /// <summary>Reads an integer within limits.</summary>
    public int Number(int least, int most) => Whole(number => number >= least && number <= most, $"a whole number from {least} to {most}");

    /// <summary>Reads a severity above safe.</summary>
    public int Threshold() => Whole(number => number is 2 or 4 or 6, "one of 2, 4, 6");

    public TimeSpan Duration() =>
        Matching(DurationPattern,
            "is not a duration. Use ISO 8601 days, hours, minutes and seconds, such as P1DT12H") is { Length: > 0 } text
        ? XmlConvert.ToTimeSpan(text)
        : default;

    private int Whole(Predicate<int> isPossible, string possible)
    {
        if (!Is(JsonValueKind.Number, "a number"))
        {
            return default;
        }

        if (Element.TryGetInt32(out var number) && isPossible(number))
        {
            return number;
        }

        Report(Path, $"{Element.GetRawText()} is not allowed here. Use {possible}.");
        return default;
    }

    private string Matching(Regex pattern, string error)
    {
        var text = Text();
        if (text is "" || pattern.IsMatch(text))
        {
            return text;
        }

        Report(Path, $"'{text}' {error}.");
        return "";
    }

    private bool Is(JsonValueKind kind, string article)
    {
        if (!IsAbsent && Element.ValueKind != kind)
        {
            var found = Element.GetRawText();
            Report(Path, $"Expected {article}, found {found[..Math.Min(20, found.Length)]}.");
        }

        return Element.ValueKind == kind;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex IdentifierPattern { get; }

    [GeneratedRegex(DetectorFact.Pattern)]
    private static partial Regex DetectorPattern { get; }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}\\z")]
    private static partial Regex DatePattern { get; }

    [GeneratedRegex("^P(?=[0-9T])([0-9]{1,4}D)?(T(?=[0-9])([0-9]{1,6}H)?([0-9]{1,6}M)?([0-9]{1,6}S)?)?\\z")]
    private static partial Regex DurationPattern { get; }
}
