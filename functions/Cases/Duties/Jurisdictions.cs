using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace VideoGate.Cases.Duties;

/// <summary>Codes of the places whose laws apply to an audience: ISO 3166 countries and subdivisions, and <c>EU</c>. Pure.</summary>
public static partial class Jurisdictions
{
    public const int Max = 32;

    private const string EuropeanUnion = "EU";

    private static readonly FrozenSet<string> Members = FrozenSet.Create(
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT",
        "RO", "SK", "SI", "ES", "SE");

    public static bool IsValid(string? code) => code is not null && Code.IsMatch(code);

    /// <summary>Gets the valid codes of a text, separated by spaces or commas; null if there are none.</summary>
    public static IReadOnlyList<string>? Parse(string? text) => Distinct((text ?? "").Split([' ', ',']).Where(IsValid));

    /// <summary>Gets the codes without duplicates, at most <see cref="Max"/>; null if there are none.</summary>
    public static IReadOnlyList<string>? Distinct(IEnumerable<string> codes) =>
        codes.Distinct().Take(Max).ToList() is { Count: > 0 } distinct ? distinct : null;

    /// <summary>
    /// Gets whether a law of <paramref name="law"/> applies to an audience: that of <c>US-CA</c> to an audience in <c>US</c>, which
    /// includes California, and that of <c>US</c> to one in <c>US-CA</c>.
    /// </summary>
    public static bool Applies(string law, string audience)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(audience);
        return law == audience
            || law.StartsWith($"{audience}-", StringComparison.Ordinal)
            || audience.StartsWith($"{law}-", StringComparison.Ordinal)
            || (law == EuropeanUnion && Members.Contains(audience.Split('-')[0]));
    }

    [GeneratedRegex("^[A-Z]{2}(-[A-Z0-9]{1,3})?\\z")]
    private static partial Regex Code { get; }
}
