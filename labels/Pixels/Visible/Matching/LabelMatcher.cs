using System.Text.RegularExpressions;

namespace AiLabels.Pixels.Visible.Matching;

/// <summary>
/// Decides whether a line of text is an explicit label, a generator's mark, or talk about AI. A pure function of its vocabulary.
/// </summary>
public sealed class LabelMatcher
{
    /// <summary>English wordings shorter than this are read right or not at all.</summary>
    private const int ToleratedLength = 10;

    /// <summary>Letters at the end of an English wording that must be right: they tell generated from generates.</summary>
    private const int ExactEnd = 2;

    /// <summary>Share of a wording's letters that make a line worth another reading.</summary>
    private const double NearEnough = 0.5;

    private const string WideSigns = ":;=#%&<>?@$/\\：；？";

    private const string NotUnderstood = "?";

    /// <summary>Marks this short are ordinary words too, so nothing else may stand beside them.</summary>
    private const int ShortMark = 5;

    private readonly IReadOnlyList<Wording> _phrases;
    private readonly IReadOnlyList<(Wording Mark, string Generator)> _marks;
    private readonly IReadOnlyList<Wording> _aiElements;
    private readonly IReadOnlyList<Wording> _makingElements;
    private readonly IReadOnlyList<(Regex Misread, string Word)> _misreadings;
    private readonly IReadOnlyList<Wording> _lookalikes;
    private readonly WordCover _cover;

    public LabelMatcher(LabelVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _phrases = Longest(vocabulary.Phrases);
        _marks = [.. vocabulary.Marks
            .Select(static mark => (Mark: new Wording(mark.Text), mark.Generator))
            .Where(static mark => mark.Mark.Folded.Length > 0)
            .OrderByDescending(static mark => mark.Mark.Folded.Length)];
        _aiElements = Longest(vocabulary.AiElements);
        _makingElements = Longest(vocabulary.MakingElements);
        _misreadings = [.. vocabulary.Misreadings.Select(static pair => (Misread(pair.Key), FoldedText.Of(pair.Value)))];
        _lookalikes = Longest(vocabulary.Lookalikes);
        _cover = new WordCover(
            vocabulary.Negations,
            [.. vocabulary.Companions, .. vocabulary.Phrases, .. vocabulary.AiElements,
                .. vocabulary.Marks.SelectMany(static mark => Names(mark.Text))],
            vocabulary.Sentences);
    }

    /// <summary>Of letters and digits alone, so nothing in it needs an escape.</summary>
    private static Regex Misread(string text) =>
        new(string.Join('.', text.Split('?').Select(FoldedText.Of)), RegexOptions.CultureInvariant);

    /// <summary>The mark and the name in it, whose AI may belong to the wording: 豆包AI生成.</summary>
    private static IEnumerable<string> Names(string mark) =>
        [mark, mark.EndsWith("AI", StringComparison.OrdinalIgnoreCase) ? mark[..^2] : mark];

    /// <param name="line">One line of text as it was read.</param>
    /// <returns>Null when the line is no label: it says nothing of AI, denies it, or talks about it.</returns>
    public LabelMatch? Match(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = Folded(line);
        return MatchPhrase(folded) ?? MatchMark(folded) ?? MatchMisread(folded) ?? MatchAi(line, folded);
    }

    /// <summary>
    /// How much of a label's wording a line holds that is none, 0 to 1: another reading of the same pixels may tell. 0 for less than half,
    /// and for a line that holds a wording among other words, which was judged.
    /// </summary>
    public double Nearness(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = Folded(line);
        var near = HeldBy(folded) is { } held ? (IsSpoilt(held, folded) ? 1 : 0)
            : _phrases.Concat(_marks.Select(static mark => mark.Mark)).Max(wording => ApproximateSearch.Likeness(wording.Folded, folded));
        return near >= NearEnough ? near : 0;
    }

    /// <summary>Whether a line holds a label's wording among words that make it no label.</summary>
    public bool IsMention(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = Folded(line);
        return MatchPhrase(folded) is null && HeldBy(folded) is { } held && !IsSpoilt(held, folded);
    }

    /// <summary>Whether a line denies a label's wording.</summary>
    public bool Negates(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = Folded(line);
        return HeldBy(folded) is { } held && Around(held, folded) is var (before, after) && _cover.Negates(before, after);
    }

    private Wording? HeldBy(string line) => _phrases.FirstOrDefault(phrase => line.Contains(phrase.Folded, StringComparison.Ordinal));

    private static (string Before, string After) Around(Wording wording, string line)
    {
        var at = line.IndexOf(wording.Folded, StringComparison.Ordinal);
        return (line[..at], line[(at + wording.Folded.Length)..]);
    }

    /// <summary>A letter or two too many, which may be specks.</summary>
    private bool IsSpoilt(Wording phrase, string line)
    {
        var (before, after) = Around(phrase, line);
        return before.Length + after.Length <= 2 && !_cover.Negates(before, after);
    }

    private string Folded(string line)
    {
        // A sign as wide as a letter stands where one was not understood; it might have been a negation.
        var folded = (WideSigns.Contains(line.TrimStart().FirstOrDefault()) ? NotUnderstood : "") + FoldedText.Of(line);
        foreach (var (misread, word) in _misreadings)
        {
            folded = misread.Replace(folded, found => _phrases.Any(phrase => phrase.Folded == found.Value) ? found.Value : word);
        }

        return folded;
    }

    /// <summary>The longest wording decides: a shorter one inside it would only leave more unexplained.</summary>
    private LabelMatch? MatchPhrase(string line) =>
        HeldBy(line) is { } phrase && Around(phrase, line) is var (before, after) && _cover.Explains(before, after)
            ? Labelled(phrase, line)
            : null;

    /// <summary>An English wording with a letter or two read wrong, unless those make it another one.</summary>
    private LabelMatch? MatchMisread(string line)
    {
        if (_phrases.Concat(_lookalikes).Any(known => line.Contains(known.Folded, StringComparison.Ordinal)))
        {
            return null;
        }

        foreach (var phrase in _phrases.Where(static phrase => phrase.IsTolerant))
        {
            var end = phrase.Folded[^ExactEnd..];
            if (ApproximateSearch.Find(phrase.Folded, line, phrase.Folded.Length > ToleratedLength ? 2 : 1) is var (from, to)
                && line[from..to] is var read && read.EndsWith(end, StringComparison.Ordinal)
                    && read.Contains("ai", StringComparison.Ordinal)
                && _cover.Explains(line[..from], line[to..]))
            {
                return Labelled(phrase, phrase.Folded);
            }
        }

        return null;
    }

    private LabelMatch Labelled(Wording phrase, string line)
    {
        var ai = First(_aiElements, line);
        var making = First(_makingElements, line);
        var kind = making is null || ai is null ? VisibleLabelKind.OtherWording
            : making.Any(char.IsAscii) ? VisibleLabelKind.EnglishLabel
            : VisibleLabelKind.Label;
        var generator =
            _marks.FirstOrDefault(
                mark => mark.Mark.Folded.Length >= 2 && line.Contains(mark.Mark.Folded, StringComparison.Ordinal)).Generator;
        return new(kind, phrase.Text, generator, ai, making);
    }

    private LabelMatch? MatchMark(string line)
    {
        foreach (var (mark, generator) in _marks)
        {
            var at = line.IndexOf(mark.Folded, StringComparison.Ordinal);
            if (at >= 0 && StandsAlone(mark.Folded, line[..at], WithoutVersion(line[(at + mark.Folded.Length)..])))
            {
                return new(VisibleLabelKind.VendorTrace, mark.Text, generator, First(_aiElements, line), null);
            }
        }

        return null;
    }

    /// <summary>Written large: small letters are read of texture.</summary>
    private static LabelMatch? MatchAi(string line, string folded) =>
        folded == "ai" && line.AsSpan().ContainsAny('A', '\uFF21') ? new(VisibleLabelKind.AiMark, "AI", null, "AI", null) : null;

    /// <summary>Beside a long mark known words may stand, such as another mark, and a logo read as a letter or two.</summary>
    private bool StandsAlone(string mark, string before, string after) => mark.Length > ShortMark
        ? _cover.Explains(before.Length <= 2 ? "" : before, after)
        : after.Length == 0 && (before.Length == 0 || (before.Length == 1 && mark.Length >= 4 && !mark.All(char.IsAscii)));

    /// <summary>Of <c>AI 3.0</c> or <c>2</c> behind a mark nothing; of a word, the word.</summary>
    private static string WithoutVersion(string after)
    {
        var version = after.StartsWith("ai", StringComparison.Ordinal) ? after[2..] : after;
        return version.Length <= 3 && version.All(static letter => char.IsAsciiDigit(letter) || letter is 'i' or 'o' or 'v') ? "" : after;
    }

    private static string? First(IReadOnlyList<Wording> words, string line) =>
        words.FirstOrDefault(word => line.Contains(word.Folded, StringComparison.Ordinal))?.Text;

    private static Wording[] Longest(IEnumerable<string> words) =>
        [.. words.Select(static text => new Wording(text)).Where(static word => word.Folded.Length > 0)
            .OrderByDescending(static word => word.Folded.Length)];

    /// <summary>A wording of the vocabulary, as it is written there and as it is compared.</summary>
    private sealed record Wording(string Text)
    {
        public string Folded { get; } = FoldedText.Of(Text);

        public bool IsTolerant { get; } = FoldedText.Of(Text).Length >= ToleratedLength && Text.All(char.IsAscii);
    }
}
