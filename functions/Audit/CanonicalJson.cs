using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoGate.Audit;

/// <summary>Canonical JSON (RFC 8785): one text per value, reproducible in any language with a library for it.</summary>
internal static class CanonicalJson
{
    /// <summary>Sorts members by the UTF-16 code units of their names (section 3.2.3).</summary>
    public static string Object(IEnumerable<(string Name, string Json)> members) =>
        $"{{{string.Join(',', members.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{Text(member.Name)}:{member.Json}"))}}}";

    /// <summary>Writes any value. Leaves out members that are null, and empty objects and arrays.</summary>
    public static string Value(JsonNode value) => value switch
    {
        JsonObject members => Object(
            members.Where(member => !IsEmpty(member.Value)).Select(member => (member.Key, Value(member.Value!)))),
        JsonArray items => $"[{string.Join(',', items.Select(item => item is null ? "null" : Value(item)))}]",
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => Text(value.GetValue<string>()),
            JsonValueKind.Number => Number(value.AsValue()),
            _ => value.ToJsonString(),
        },
    };

    private static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };

    /// <summary>
    /// Writes a number as ECMAScript does (section 3.2.2.3); integers beyond 2^53, which it would round, as they are.
    /// </summary>
    private static string Number(JsonValue value)
    {
        var json = value.ToJsonString();
        if (long.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return integer.ToString(CultureInfo.InvariantCulture);
        }

        var number = double.Parse(json, CultureInfo.InvariantCulture);
        var size = Math.Abs(number);
        return number == 0 ? "0"
            : size is >= 1e-6 and < 1e21 ? Decimal(number)
            : Exponential(number);
    }

    private static string Decimal(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return shortest.Contains('E', StringComparison.Ordinal)
            ? decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : shortest;
    }

    // .NET writes 1E-07 and 1E+21, ECMAScript 1e-7 and 1e+21.
    private static string Exponential(double number)
    {
        var parts = number.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{parts[0]}e{(exponent < 0 ? "" : "+")}{exponent}");
    }

    /// <summary>Escapes only the characters that JSON forbids, each in one way (section 3.2.2.2).</summary>
    public static string Text(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            json = character switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\t' => json.Append("\\t"),
                '\n' => json.Append("\\n"),
                '\f' => json.Append("\\f"),
                '\r' => json.Append("\\r"),
                < ' ' => json.Append("\\u00").Append(Convert.ToHexStringLower([(byte)character])),
                _ => json.Append(character),
            };
        }

        return json.Append('"').ToString();
    }
}
