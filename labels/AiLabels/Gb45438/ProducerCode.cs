using System.Buffers;

namespace AiLabels.Gb45438;

/// <summary>
/// The code of a service provider in ContentProducer and ContentPropagator: <c>00</c>, 20 characters of subject, 5 of service extension.
/// </summary>
/// <param name="Subject">The service provider; for an organization <c>11</c> and its unified social credit code.</param>
/// <param name="CreditCode">The unified social credit code, if the subject is an organization.</param>
/// <param name="Service"><c>00000</c>, or <c>1</c> (generation) or <c>2</c> (propagation) and four free characters.</param>
/// <remarks>After third-party descriptions of TC260-PG-20257A; the text of the guide itself was not available.</remarks>
public sealed record ProducerCode(string Subject, string? CreditCode, string Service)
{
    public const int Length = 27;

    private const string Version = "00";
    private const string Organisation = "11";

    private static readonly SearchValues<char> DigitsAndCapitals = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>True for zeros, or a known kind of service.</summary>
    public bool HasKnownService => Service == "00000" || Service[0] is '1' or '2';

    public bool? CheckDigitMatches => CreditCode is null ? null : UnifiedSocialCreditCode.HasValidCheckDigit(CreditCode);

    /// <summary>Returns true if a value is intended as a code: it begins like one and has about the same length.</summary>
    public static bool IsMeant(string value) =>
        value.StartsWith(Version, StringComparison.Ordinal) && value.Length is > 20 and < 40 && value.All(char.IsAsciiLetterOrDigit);

    /// <returns>The code, or null if the value is not one.</returns>
    public static ProducerCode? Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length != Length || !value.StartsWith(Version, StringComparison.Ordinal)
            || value.AsSpan().ContainsAnyExcept(DigitsAndCapitals))
        {
            return null;
        }

        var subject = value[2..22];
        return new(subject, subject.StartsWith(Organisation, StringComparison.Ordinal) ? subject[2..] : null, value[22..]);
    }
}
