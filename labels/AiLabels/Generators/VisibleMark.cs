namespace AiLabels.Generators;

/// <summary>Text that a generator draws into its pictures.</summary>
/// <param name="Generator">Name in the registry.</param>
/// <param name="Text">The text without the version that may follow.</param>
public sealed record VisibleMark(string Generator, string Text)
{
    /// <summary>Every known mark, the longest first: a short one may be part of another.</summary>
    public static IReadOnlyList<VisibleMark> All { get; } =
    [
        .. GeneratorRegistry.All.SelectMany(
            static generator => generator.VisibleMarks, static (generator, text) => new VisibleMark(generator.Name, text))
            .OrderByDescending(static mark => mark.Text.Length),
    ];

    /// <summary>Returns the longest mark in a text read from a picture; null if there is none.</summary>
    /// <param name="text">In any case; white space is ignored, because OCR loses and adds it.</param>
    public static VisibleMark? Find(string text) => All.FirstOrDefault(mark => mark.StandsIn(text));

    private bool StandsIn(string text) => Enumerable.Range(0, text.Length).Any(start => EndOfMatch(text, start) is { } end
        && !(start > 0 && AreOneWord(text[start - 1], text[start]))
        && !(end < text.Length && AreOneWord(text[end - 1], text[end])));

    private int? EndOfMatch(string text, int start)
    {
        var at = start;
        foreach (var expected in Text.Where(static c => !char.IsWhiteSpace(c)))
        {
            while (at > start && at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at == text.Length || char.ToUpperInvariant(text[at]) != char.ToUpperInvariant(expected))
            {
                return null;
            }

            at++;
        }

        return at;
    }

    /// <summary>Returns true for adjacent Latin letters; Chinese is written without spaces, and a digit begins a version.</summary>
    private static bool AreOneWord(char left, char right) => char.IsAsciiLetter(left) && char.IsAsciiLetter(right);
}
