using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Sightings of what may be one line of text: at one place, or of one look on the move.</summary>
/// <param name="Sightings">In the order of time; at least one.</param>
internal sealed record Candidate(IReadOnlyList<Sighting> Sightings, bool Moves)
{
    /// <summary>How likely it is a label: strong, longer than high, and lasting, though a label of a second is one as well; what moves is mostly the picture itself.</summary>
    public double Rank => Math.Sqrt(Best.Threshold) * (1 + Math.Log2(Math.Min(Sightings.Count, 8))) * (Best.Box.Width >= 2 * Best.Box.Height ? 1.5 : 1) * (Moves ? 0.6 : 1);

    /// <summary>The sighting that is read: of the strongest strokes the one that is most like the others, for in some the picture behind joins the text or hides part of it.</summary>
    public Sighting Best
    {
        get => field ??= Typical([.. Strongest]);
        private init;
    }

    /// <summary>What moves is before another part of the picture each time, so it is read at three times.</summary>
    public IEnumerable<Candidate> Readings => Moves && Sightings.Count > 2
        ? Strongest.Chunk((Strongest.Count() + 2) / 3).Select(part => this with { Best = part[part.Length / 2] })
        : [this];

    public bool IsAtTimeOf(Candidate other) => Sightings[0].From <= other.Sightings[^1].To && other.Sightings[0].From <= Sightings[^1].To;

    private IEnumerable<Sighting> Strongest => Sightings.Where(sighting => sighting.Threshold == Sightings.Max(static other => other.Threshold));

    /// <summary>The middle one of those equal.</summary>
    private Sighting Typical(IReadOnlyList<Sighting> sightings) => Moves
        ? sightings[sightings.Count / 2]
        : sightings.Index()
            .OrderByDescending(one => Math.Round(sightings.Sum(other => one.Item.Box.Overlap(other.Box)), 1))
            .ThenBy(one => Math.Abs(one.Index - ((sightings.Count - 1) / 2)))
            .First().Item;
}
