using System.Text.Json;

namespace AiLabels.Reading;

/// <summary>Helpers for untrusted text and JSON.</summary>
internal static class Untrusted
{
    /// <summary>Truncates text to at most <paramref name="length"/> characters without splitting a surrogate pair.</summary>
    public static string Truncate(this string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>Gets the member with that name, case-insensitively; the last of several, as in JSON parsers.</summary>
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
