namespace AiLabels.Pixels.Visible.Matching;

/// <summary>Covers the text beside a label's wording with known words, so that what is left over shows.</summary>
internal sealed class WordCover
{
    /// <summary>The side of a box, folded; a wider letter before a wording could be a negation.</summary>
    private const string Bar = "i";

    private readonly Dictionary<string, bool> _words = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _sentences;
    private readonly int _longest;

    /// <param name="sentences">Companions that may stand behind a wording with some of their letters read wrong.</param>
    public WordCover(IEnumerable<string> negations, IEnumerable<string> companions, IEnumerable<string> sentences)
    {
        _sentences = [.. sentences.Select(FoldedText.Of)];
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
    /// Whether both sides of a wording hold known words alone, none of which denies it, save a bar before it or a speck behind it read as a
    /// letter.
    /// </summary>
    public bool Explains(string before, string after)
    {
        var (left, right) = (Best(before), Best(after));
        return !left.Denied && !right.Denied
            && (left.Unknown == 0 || before == Bar || IsMisreadAtItsStart(before))
            && (right.Unknown == 0 || (after.Length == 1 && char.IsAscii(after[0])) || IsMisreadSentence(after));
    }

    /// <summary>Whether a word beside a wording denies it.</summary>
    public bool Negates(string before, string after) => Best(before).Denied || Best(after).Denied;

    /// <summary>
    /// 本视频由 with another letter for 本: what stands nearer to the wording must be known, for it could be a negation, as 未 is in 未使用.
    /// </summary>
    private bool IsMisreadAtItsStart(string before) => before.Length >= 4 && Best(before[1..]).Unknown == 0;

    private bool IsMisreadSentence(string after) => _sentences.Any(sentence =>
        after.Length > 0 && after[0] == sentence[0] && Math.Abs(sentence.Length - after.Length) <= 1
            && ApproximateSearch.Likeness(sentence, after) >= 0.4);

    /// <summary>The cover that leaves the fewest letters unknown; of equals the one of fewest words.</summary>
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
