using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace VideoGate.Http;

/// <summary>Says which member of a body is wrong, and what it may be. Names only what the API documents, never types of the code.</summary>
internal static partial class JsonFault
{
    private const int LongestName = 100;

    /// <param name="path">Path of the fault as the serializer gives it, such as <c>$.items[0].verdict</c>.</param>
    /// <returns>A sentence, or an empty text if the path leads nowhere.</returns>
    public static string Describe(string? path, JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var pointer = "#";
        var at = type;
        foreach (Match segment in Segments().Matches(path ?? ""))
        {
            var name = segment.Groups.Values.Skip(1).First(group => group.Success).Value;
            pointer += $"/{(name.Length > LongestName ? name[..LongestName] : name)}";
            var next = segment.Groups["index"].Success ? at.ElementType : Member(at, name);
            if (next is null)
            {
                return at.Kind is JsonTypeInfoKind.Object
                    ? $"{pointer} is unknown; the members are {string.Join(", ", at.Properties.Select(property => property.Name))}."
                    : "";
            }

            if (!at.Options.TryGetTypeInfo(next, out var inner))
            {
                return "";
            }

            at = inner;
        }

        return pointer is "#" ? "" : $"{pointer} must be {Expected(at)}.";
    }

    private static Type? Member(JsonTypeInfo type, string name) =>
        type.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType;

    private static string Expected(JsonTypeInfo type)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return plain.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(plain).Select(JsonNamingPolicy.CamelCase.ConvertName))}"
            : plain == typeof(string) ? "text"
            : plain == typeof(bool) ? "true or false"
            : plain == typeof(int) || plain == typeof(long) || plain == typeof(double) ? "a number"
            : type.Kind is JsonTypeInfoKind.Enumerable ? "a list"
            : "an object";
    }

    [GeneratedRegex(@"\.(?<name>\w+)|\['(?<name>[^']*)'\]|\[(?<index>\d+)\]")]
    private static partial Regex Segments();
}
