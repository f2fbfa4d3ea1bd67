namespace AiLabels.Pixels.Visible.Matching;

/// <summary>Covers the text beside a label's wording with known words, to find the unknown rest.</summary>
internal sealed class WordCover
{
    /// <summary>The side of a box, folded; a wider letter before a wording could be a negation.</summary>
    private const string Bar = "i";

    private readonly Dictionary<string, bool> _words = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _sentences;
    private readonly IReadOnlyList<string> _openings;
    private readonly int _longest;

    /// <summary>Number of letters at the end of an opening that must be correct.</summary>
    private const int ExactEnd = 2;

    /// <param name="sentences">Companions after a wording that may have misread letters.</param>
    /// <param name="openings">Words before a wording, as a sentence has them, that may have misread letters.</param>
    public WordCover(
        IEnumerable<string> negations, IEnumerable<string> companions, IEnumerable<string> sentences, IEnumerable<string> openings)
    {
        _sentences = [.. sentences.Select(FoldedText.Of)];
        _openings = [.. openings.Select(FoldedText.Of)];
        foreach (var word in companions.Concat(_sentences).Select(FoldedText.Of).Where(static word => word.Length > 0))
        {
            _words[word] = false;
        }

        foreach (var word in negations.Select(FoldedText.Of).Where(static word => word.Length > 0))
        {
            _words[word] = true;
        }

        _longest = _words.Keys.Max(static word => word.Length);
    }

    /// <summary>
    /// Returns true if both sides of a wording have only known words and no negation, except a bar before it or a speck after it read as a
    /// letter.
    /// </summary>
    public bool Explains(string before, string after)
    {
        var (left, right) = (Best(before), Best(after));
        return !left.Denied && !right.Denied
            && (left.Unknown == 0 || before == Bar || IsMisreadAtItsStart(before) || IsMisreadOpening(before))
            && (right.Unknown == 0 || (after.Length == 1 && char.IsAscii(after[0])) || IsMisreadSentence(after));
    }

    /// <summary>Returns true if a word beside a wording negates it.</summary>
    public bool Negates(string before, string after) => Best(before).Denied || Best(after).Denied;

    /// <summary>Returns true if all words are known and one is a negation.</summary>
    public bool IsNegation(string text) => Best(text) is { Unknown: 0, Denied: true };

    /// <summary>
    /// Returns true for 本视频由 with another letter for 本: the letters closer to the wording must be known, because one could be a negation,
    /// such as 未 in 未使用.
    /// </summary>
    private bool IsMisreadAtItsStart(string before) => before.Length >= 4 && Best(before[1..]).Unknown == 0;

    /// <summary>
    /// Returns true for <c>this video is</c> with one or two other letters, of which none is at its end, where a negation would be.
    /// </summary>
    private bool IsMisreadOpening(string before) => _openings.Any(opening =>
        before.EndsWith(opening[^ExactEnd..], StringComparison.Ordinal) && Math.Abs(opening.Length - before.Length) <= 1
            && ApproximateSearch.Find(opening, before, maxEdits: 2) is not null);

    private bool IsMisreadSentence(string after) => _sentences.Any(sentence =>
        after.Length > 0 && after[0] == sentence[0] && Math.Abs(sentence.Length - after.Length) <= 1
            && ApproximateSearch.Likeness(sentence, after) >= 0.4);

    /// <summary>Returns the cover that leaves the fewest letters unknown; of equals the one with fewest words.</summary>
    private Cover Best(string text)
    {
        var covers = new Cover[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            var best = covers[end - 1] with { Unknown = covers[end - 1].Unknown + 1, Words = covers[end - 1].Words + 1 };
            for (var start = Math.Max(0, end - _longest); start < end; start++)
            {
                if (_words.TryGetValue(text[start..end], out var denies))
                {
                    var cover = new Cover(covers[start].Unknown, covers[start].Words + 1, covers[start].Denied || denies);
                    best = cover.IsBetterThan(best) ? cover : best;
                }
            }

            covers[end] = best;
        }

        return covers[text.Length];
    }

    private readonly record struct Cover(int Unknown, int Words, bool Denied)
    {
        public bool IsBetterThan(Cover other) => Unknown != other.Unknown ? Unknown < other.Unknown : Words < other.Words;
    }
}
