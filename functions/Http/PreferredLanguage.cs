using Microsoft.AspNetCore.Http.Headers;

namespace VideoGate.Http;

/// <summary>The language of texts for people: the app has English and simplified Chinese. Pure.</summary>
internal static class PreferredLanguage
{
    public const string English = "en";

    public const string SimplifiedChinese = "zh-Hans";

    /// <summary>
    /// Gets the caller's preferred language (RFC 9110 section 12.5.4), or English if none is available. Every Chinese variant maps to the
    /// one available.
    /// </summary>
    public static string Of(RequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return headers.AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Of(language.Value.ToString()) ?? (language.Value == "*" ? English : null))
            .FirstOrDefault(language => language is not null) ?? English;
    }

    /// <summary>Gets the available language of a tag (BCP 47); null if there is none.</summary>
    public static string? Of(string? tag) => tag?.Split('-')[0].ToUpperInvariant() switch
    {
        "EN" => English,
        "ZH" => SimplifiedChinese,
        _ => null,
    };
}
