using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds a label that was read at one place at other places, where it is at other times.</summary>
internal static class HoppingText
{
    /// <param name="lines">Lines read.</param>
    /// <param name="still">Still candidates, read or not.</param>
    public static IEnumerable<ReadLine> Elsewhere(IReadOnlyList<ReadLine> lines, IReadOnlyList<Candidate> still) =>
        from line in lines
        where !line.Candidate.Moves && !line.Candidate.Drifts
        from other in still
        where !other.IsEverTogetherWith(line.Candidate) && MovingText.AreAlike(line.Candidate.Best, other.Best)
        let ink = TextLineCrop.Of(other.Best)
        where ink is not null
        select line with { Candidate = other, Seen = other.Best, Look = ink, Ink = ink };
}
