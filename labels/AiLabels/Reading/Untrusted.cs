using System.Text.Json;

namespace AiLabels.Reading;

/// <summary>Handling of text and JSON that a stranger wrote.</summary>
internal static class Untrusted
{
    /// <summary>At most <paramref name="length"/> characters, never half of a surrogate pair.</summary>
    public static string Truncate(this string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>The member of that name, in any case; the last one when there are several, as JSON parsers have it.</summary>
    public static bool TryGetMember(this JsonElement element, string name, out JsonElement member)
    {
        member = default;
        foreach (var candidate in element.EnumerateObject())
        {
            if (candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                member = candidate.Value;
            }
        }

        return member.ValueKind != JsonValueKind.Undefined;
    }
}
