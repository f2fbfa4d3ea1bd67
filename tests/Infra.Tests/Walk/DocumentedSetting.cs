using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>A setting of the options classes: its name as an environment variable, and its documentation.</summary>
internal sealed partial record DocumentedSetting(string Name, string Documentation)
{
    private static readonly IReadOnlyList<string> Sources =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText)
                .Where(source => source.Contains("class ", StringComparison.Ordinal)),
    ];

    /// <summary>Every setting of every options class.</summary>
    public static IReadOnlyList<DocumentedSetting> All { get; } =
        [.. AppCode.Options.SelectMany(section => Of(section.Key, section.Value))];

    private static IEnumerable<DocumentedSetting> Of(string prefix, Type type)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties())
        {
            var name = $"{prefix}__{property.Name}";
            var value = property.GetValue(defaults);
            var settings = value switch
            {
                IDictionary<string, string> entries =>
                    entries.Select(entry => new DocumentedSetting($"{name}__{entry.Key}", Text(property, entry.Value))),
                IEnumerable and not string when Element(property) is { } element && element != typeof(string) => Of($"{name}__0", element),
                IEnumerable and not string => [new($"{name}__0", Text(property, "none"))],
                _ => [new(name, Text(property, Written(value)))],
            };
            foreach (var setting in settings)
            {
                yield return setting;
            }
        }
    }

    private static string Text(PropertyInfo property, string value)
    {
        var required = property.IsDefined(typeof(RequiredAttribute)) && value == "none" ? "none, it must be set" : value;
        return string.Join(' ', new[] { Summary(property), $"Default: {required}.", Allowed(property) }.Where(part => part is not null));
    }

    private static string? Allowed(PropertyInfo property) => property.GetCustomAttributes().Select(attribute => attribute switch
    {
        RangeAttribute range => $"Range: {Bound(range, range.Minimum)} to {Bound(range, range.Maximum)}.",
        StringLengthAttribute length => $"Range: up to {length.MaximumLength} characters.",
        RegularExpressionAttribute choices => $"One of: {choices.Pattern.Replace("|", ", ", StringComparison.Ordinal)}.",
        _ => null,
    }).SingleOrDefault(text => text is not null);

    // Parsed as a TimeSpan: "24:00:00" would be 24 days.
    private static string Bound(RangeAttribute range, object bound) =>
        Written(range.OperandType == typeof(TimeSpan) ? TimeSpan.Parse((string)bound, CultureInfo.InvariantCulture) : bound);

    private static string Written(object? value) => value switch
    {
        null or "" => "none",
        bool flag => flag ? "true" : "false",
        double number when number == Math.Floor(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static Type? Element(PropertyInfo property) => property.PropertyType.GetGenericArguments().FirstOrDefault();

    /// <summary>The text of the property's documentation comment, without markup.</summary>
    private static string Summary(PropertyInfo property)
    {
        var type = property.DeclaringType!.Name;
        var source = Sources.Single(text => Regex.IsMatch(text, $@"\bclass {type}\b"));
        var summary = Regex.Match(
            source[source.IndexOf($"class {type}", StringComparison.Ordinal)..],
            $@"/// <summary>((?:(?!</?summary>)[\s\S])*)</summary>\s*(?:///[^\n]*\s*|\[[^\n]*\]\s*)*public [^\n]* {property.Name} {{");
        return summary.Success
            ? Blanks().Replace(Markup().Replace(summary.Groups[1].Value.Replace("///", "", StringComparison.Ordinal), "$1"), " ").Trim()
            : throw new InvalidOperationException($"{type}.{property.Name} has no summary: say what the setting means.");
    }

    [GeneratedRegex("""<c>|</c>|<see cref="(?:\w+\.)*(\w+)"/>""")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
