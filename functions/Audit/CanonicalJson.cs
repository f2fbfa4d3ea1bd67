using System.Text;

namespace VideoGate.Audit;

/// <summary>JSON in the canonical form of RFC 8785: one text for one value, in any language that has a library for it.</summary>
internal static class CanonicalJson
{
    /// <summary>Members sorted by the UTF-16 code units of their names (section 3.2.3).</summary>
    public static string Object(IEnumerable<(string Name, string Json)> members) =>
        $"{{{string.Join(',', members.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{Text(member.Name)}:{member.Json}"))}}}";

    /// <summary>Only what JSON forbids is escaped, each character in one way (section 3.2.2.2).</summary>
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
