using System.Text;

namespace VideoGate.Audit;

/// <summary>Canonical JSON (RFC 8785): one text per value, reproducible in any language with a library for it.</summary>
internal static class CanonicalJson
{
    /// <summary>Sorts members by the UTF-16 code units of their names (section 3.2.3).</summary>
    public static string Object(IEnumerable<(string Name, string Json)> members) =>
        $"{{{string.Join(',', members.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{Text(member.Name)}:{member.Json}"))}}}";

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
