using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Sightings of what may be one line of text: at one place, or of one look on the move.</summary>
/// <param name="Sightings">In the order of time; at least one.</param>
internal sealed record Candidate(IReadOnlyList<TextDetection> Sightings, bool Moves)
{
    /// <summary>
    /// How likely it is a label: strong, longer than high, and lasting, though a label of a second is one as well; what moves is mostly the
    /// picture itself.
    /// </summary>
    public double Rank =>
        Math.Sqrt(Best.Threshold) * (1 + Math.Log2(Math.Min(Sightings.Count, 8))) * (Best.Box.Width >= 2 * Best.Box.Height
            ? 1.5
            : 1) * (Moves || Drifts ? 0.6 : 1);

    /// <summary>How much it deserves a reader: labels are to be seen, and specks of texture are many and small.</summary>
    public double Prominence => Rank * Math.Sqrt(Best.Box.Area);

    /// <summary>It moves at one speed.</summary>
    public bool Drifts => Best.Drift != 0;

    /// <summary>
    /// The sighting that is read: of the strongest strokes the one that is most like the others, for in some the picture behind joins the
    /// text or hides part of it.
    /// </summary>
    public TextDetection Best
    {
        get => field ??= Typical([.. Strongest]);
        private init;
    }

    /// <summary>What moves is before another part of the picture each time, so it is read at three times.</summary>
    public IEnumerable<Candidate> Readings => Moves && Sightings.Count > 2
        ? Strongest.Chunk((Strongest.Count() + 2) / 3).Select(part => this with { Best = part[part.Length / 2] })
        : [this];

    /// <summary>
    /// The best sighting over all the time that it looks the same: the longer pictures are laid over each other, the less is left of what
    /// moves behind it. Not to the ends of that time, for where a label comes or goes, pictures without it may take part.
    /// </summary>
    public TextDetection Lasting
    {
        get
        {
            if (Moves)
            {
                return Best;
            }

            var pictures = Inner(LikeBest()).Append(Best).SelectMany(static sighting => sighting.Pictures).Distinct()
                .Where(picture => Best.Course.IsIn(picture, Best.Box))
                .OrderBy(static picture => picture.Time)
                .ToList();
            return pictures.SequenceEqual(Best.Pictures) ? Best : Best.Over(pictures);
        }
    }

    public bool IsAtTimeOf(Candidate other) => Sightings[0].From <= other.Sightings[^1].To && other.Sightings[0].From <= Sightings[^1].To;

    public bool IsEverTogetherWith(Candidate other) =>
        Sightings.SelectMany(static sighting => sighting.Pictures)
            .Intersect(other.Sightings.SelectMany(static sighting => sighting.Pictures)).Any();

    /// <summary>Those that others touch before and behind.</summary>
    private static IEnumerable<TextDetection> Inner(List<TextDetection> sightings) =>
        sightings.Where(
            (sighting, at) =>
                at > 0 && at < sightings.Count - 1 && sightings[at - 1].To >= sighting.From && sightings[at + 1].From <= sighting.To);

    private List<TextDetection> LikeBest()
    {
        var ink = StrokesOfBest(Best)!;
        return [.. Sightings.Where(sighting => ReferenceEquals(sighting, Best)
            || (sighting.IsSameAs(Best) && StrokesOfBest(sighting) is { } strokes && InkLikeness.Of(strokes, ink) >= InkLikeness.Same))];
    }

    private Plane? StrokesOfBest(TextDetection sighting) => sighting.Parts(Best.Course.At(sighting.From, Best.Box)) is { Count: > 0 } parts
        ? TextFinder.Strokes(Primaries.Overlay(parts, Best.Polarity), TextLineCrop.RadiusOf(Best.Box.Height))
        : null;

    private IEnumerable<TextDetection> Strongest =>
        Sightings.Where(sighting => sighting.Threshold == Sightings.Max(static other => other.Threshold));

    /// <summary>The middle one of those equal.</summary>
    private TextDetection Typical(IReadOnlyList<TextDetection> sightings) => Moves
        ? sightings[sightings.Count / 2]
        : sightings.Index()
            .OrderByDescending(one => Math.Round(sightings.Sum(one.Item.Overlap), 1))
            .ThenBy(one => Math.Abs(one.Index - ((sightings.Count - 1) / 2)))
            .First().Item;
}
