using System.Text.RegularExpressions;

namespace AiLabels.Pixels.Visible.Matching;

/// <summary>
/// Decides whether a line of text is an explicit label, a generator's mark, or a mention of AI. A pure function of its vocabulary.
/// </summary>
public sealed class LabelMatcher
{
    /// <summary>Minimum length of English wordings for which misread letters are tolerated.</summary>
    private const int ToleratedLength = 10;

    /// <summary>
    /// Number of letters at the end of an English wording that must be correct: they distinguish generated from generates.
    /// </summary>
    private const int ExactEnd = 2;

    /// <summary>Share of a wording's letters at which a line is read again.</summary>
    private const double NearEnough = 0.5;

    private const string WideSigns = ":;=#%&<>?@$/\\：；？";

    private const string NotUnderstood = "?";

    private static readonly char[] Punctuation = [' ', '.', ',', ':', ';', '!', '…', '。', '，', '：', '；', '！', '"', '”'];

    /// <summary>Maximum length of marks that are also ordinary words, so no other text may be beside them.</summary>
    private const int ShortMark = 5;

    private readonly IReadOnlyList<Wording> _phrases;
    private readonly IReadOnlyList<(Wording Mark, string Generator)> _marks;
    private readonly IReadOnlyList<Wording> _aiElements;
    private readonly IReadOnlyList<Wording> _makingElements;
    private readonly IReadOnlyList<(Regex Misread, string Word)> _misreadings;
    private readonly IReadOnlyList<Wording> _lookalikes;
    private readonly IReadOnlyList<Wording> _negations;
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
        _negations = Longest(vocabulary.Negations);
        _cover = new WordCover(
            vocabulary.Negations,
            [.. vocabulary.Companions, .. vocabulary.Phrases, .. vocabulary.AiElements,
                .. vocabulary.Marks.SelectMany(static mark => Names(mark.Text))],
            vocabulary.Sentences,
            vocabulary.Openings);
    }

    /// <summary>Folded text has only letters and digits, so no escaping is needed.</summary>
    private static Regex Misread(string text) =>
        new(string.Join('.', text.Split('?').Select(FoldedText.Of)), RegexOptions.CultureInvariant);

    /// <summary>Returns the mark and the name in it, whose AI may belong to the wording: 豆包AI生成.</summary>
    private static IEnumerable<string> Names(string mark) =>
        [mark, mark.EndsWith("AI", StringComparison.OrdinalIgnoreCase) ? mark[..^2] : mark];

    /// <param name="line">One line of text as read.</param>
    /// <returns>The match, or null if the line is not a label: it does not name AI, denies it, or only mentions it.</returns>
    public LabelMatch? Match(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = Folded(line);
        return MatchPhrase(folded) ?? MatchMark(folded) ?? MatchMisread(folded) ?? MatchAi(line, folded);
    }

    /// <summary>
    /// Returns the share of a label's wording in a line that is not a label, 0 to 1: another form of the same pixels may be read correctly.
    /// 0 for less than half, and for a line with a complete wording among other words, which is already decided.
    /// </summary>
    public double Nearness(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = Folded(line);
        var near = HeldBy(folded) is { } held ? (IsSpoilt(held, folded) ? 1 : 0)
            : _phrases.Concat(_marks.Select(static mark => mark.Mark)).Max(wording => ApproximateSearch.Likeness(wording.Folded, folded));
        return near >= NearEnough ? near : 0;
    }

    /// <summary>Returns true if a line has a label's wording among words that make it no label.</summary>
    public bool IsMention(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = Folded(line);
        return MatchPhrase(folded) is null && HeldBy(folded) is { } held && !IsSpoilt(held, folded);
    }

    /// <summary>Returns true if a line negates a label's wording.</summary>
    public bool Negates(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = Folded(line);
        return HeldBy(folded) is { } held && Around(held, folded) is var (before, after) && _cover.Negates(before, after);
    }

    /// <summary>
    /// Returns true if a line next to a label negates it: a whole negation, nothing but words of one, or, before the label, a line that
    /// ends with one.
    /// </summary>
    /// <param name="isBefore">Whether it is read before the label: above it or to its left.</param>
    public bool NegatesNeighbour(string line, bool isBefore)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = Folded(line);
        return HeldBy(folded) is not null
            ? Negates(line)
            : _cover.IsNegation(folded) || (isBefore && _negations.Any(negation => EndsWith(line, folded, negation)));
    }

    /// <summary>Requires whole words of letters that form words: casino does not end with no.</summary>
    private static bool EndsWith(string line, string folded, Wording negation)
    {
        if (!folded.EndsWith(negation.Folded, StringComparison.Ordinal))
        {
            return false;
        }

        var words = line.TrimEnd(Punctuation);
        var before = words.Length - negation.Text.Length - 1;
        return !char.IsAsciiLetter(negation.Text[^1]) || before < 0 || !char.IsAsciiLetter(words[before]);
    }

    private Wording? HeldBy(string line) => _phrases.FirstOrDefault(phrase => line.Contains(phrase.Folded, StringComparison.Ordinal));

    private static (string Before, string After) Around(Wording wording, string line)
    {
        var at = line.IndexOf(wording.Folded, StringComparison.Ordinal);
        return (line[..at], line[(at + wording.Folded.Length)..]);
    }

    /// <summary>Returns true for one or two extra letters, which may be specks.</summary>
    private bool IsSpoilt(Wording phrase, string line)
    {
        var (before, after) = Around(phrase, line);
        return before.Length + after.Length <= 2 && !_cover.Negates(before, after);
    }

    private string Folded(string line)
    {
        // A full-width sign replaces a character that was not recognized; it might have been a negation.
        var folded = (WideSigns.Contains(line.TrimStart().FirstOrDefault()) ? NotUnderstood : "") + FoldedText.Of(line);
        foreach (var (misread, word) in _misreadings)
        {
            folded = misread.Replace(folded, found => _phrases.Any(phrase => phrase.Folded == found.Value) ? found.Value : word);
        }

        return folded;
    }

    /// <summary>Matches the longest wording: a shorter one inside it would only leave more unexplained.</summary>
    private LabelMatch? MatchPhrase(string line) =>
        HeldBy(line) is { } phrase && Around(phrase, line) is var (before, after) && _cover.Explains(before, after)
            ? Labelled(phrase, line)
            : null;

    /// <summary>Matches an English wording with one or two misread letters, unless those make it a lookalike.</summary>
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

    /// <summary>Requires capitals: small letters are read from texture.</summary>
    private static LabelMatch? MatchAi(string line, string folded) =>
        folded == "ai" && line.AsSpan().ContainsAny('A', '\uFF21') ? new(VisibleLabelKind.AiMark, "AI", null, "AI", null) : null;

    /// <summary>Beside a long mark allows known words, such as another mark, and a logo read as one or two letters.</summary>
    private bool StandsAlone(string mark, string before, string after) => mark.Length > ShortMark
        ? _cover.Explains(before.Length <= 2 ? "" : before, after)
        : after.Length == 0 && (before.Length == 0 || (before.Length == 1 && mark.Length >= 4 && !mark.All(char.IsAscii)));

    /// <summary>Removes a version such as <c>AI 3.0</c> or <c>2</c> after a mark; other words remain.</summary>
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

    /// <summary>A wording of the vocabulary, as written there and as folded.</summary>
    private sealed record Wording(string Text)
    {
        public string Folded { get; } = FoldedText.Of(Text);

        public bool IsTolerant { get; } = FoldedText.Of(Text).Length >= ToleratedLength && Text.All(char.IsAscii);
    }
}
