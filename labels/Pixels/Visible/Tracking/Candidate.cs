using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Sightings of what may be one line of text: at one place, or of one look on the move.</summary>
/// <param name="Sightings">In the order of time; at least one.</param>
internal sealed record Candidate(IReadOnlyList<Sighting> Sightings, bool Moves)
{
    /// <summary>How likely it is a label: strong, longer than high, and lasting, though a label of a second is one as well; what moves is mostly the picture itself.</summary>
    public double Rank => Math.Sqrt(Best.Threshold) * (1 + Math.Log2(Math.Min(Sightings.Count, 8))) * (Best.Box.Width >= 2 * Best.Box.Height ? 1.5 : 1) * (Moves ? 0.6 : 1);

    /// <summary>The sighting that is read: of the strongest strokes, from the middle of its time.</summary>
    public Sighting Best
    {
        get
        {
            var strongest = Sightings.Max(static sighting => sighting.Threshold);
            var best = Sightings.Where(sighting => sighting.Threshold == strongest).ToList();
            return best[best.Count / 2];
        }
    }
}
