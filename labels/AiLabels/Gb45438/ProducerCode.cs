using System.Buffers;

namespace AiLabels.Gb45438;

/// <summary>
/// A service provider's code as ContentProducer and ContentPropagator carry it: <c>00</c>, 20 characters of subject, 5 of service
/// extension.
/// </summary>
/// <param name="Subject">Who provides the service; an organisation's is <c>11</c> and its unified social credit code.</param>
/// <param name="CreditCode">The unified social credit code, when the subject is an organisation.</param>
/// <param name="Service"><c>00000</c>, or <c>1</c> (generation) or <c>2</c> (propagation) and four free characters.</param>
/// <remarks>After third-party readings of TC260-PG-20257A; the text of the guide itself was not at hand.</remarks>
public sealed record ProducerCode(string Subject, string? CreditCode, string Service)
{
    public const int Length = 27;

    private const string Version = "00";
    private const string Organisation = "11";

    private static readonly SearchValues<char> DigitsAndCapitals = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Zeros, or a kind of service that is known.</summary>
    public bool HasKnownService => Service == "00000" || Service[0] is '1' or '2';

    public bool? CheckDigitMatches => CreditCode is null ? null : UnifiedSocialCreditCode.HasValidCheckDigit(CreditCode);

    /// <summary>Whether somebody who wrote this meant a code: it begins like one and is about as long.</summary>
    public static bool IsMeant(string value) =>
        value.StartsWith(Version, StringComparison.Ordinal) && value.Length is > 20 and < 40 && value.All(char.IsAsciiLetterOrDigit);

    /// <returns>Null when it is no such code.</returns>
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
