namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Where the opening that is encoded ends. Pure.</summary>
/// <param name="Sample">First sample that is kept; those before it are the opening.</param>
/// <param name="Labelled">Number of pictures from the first one that show the label.</param>
/// <param name="Length">Duration of the opening, from its first picture.</param>
internal readonly record struct Seam(int Sample, int Labelled, TimeSpan Length)
{
    /// <summary>
    /// Gets the places where the opening may end, the earliest first: sync samples after the label's end that no picture crosses, neither
    /// to the front nor to the back.
    /// </summary>
    /// <param name="shown">How long the label is shown, from the first picture.</param>
    /// <param name="further">How far behind the label's end a place may be.</param>
    public static IEnumerable<Seam> Candidates(MovieTrack track, SampleTimes times, TimeSpan shown, TimeSpan further)
    {
        var first = Enumerable.Range(0, times.Count).Min(times.Composition);
        var begin = Math.Max(first, track.Begins ?? first);
        var (end, last) = (begin + Units(shown, track), begin + Units(shown + further, track));
        var before = long.MinValue;
        var earliest = EarliestFrom(times);
        var syncs = times.Syncs is { } listed ? new HashSet<int>(listed) : null;
        for (var sample = 0; sample < times.Count && times.Decoding[sample] <= last; sample++)
        {
            var time = times.Composition(sample);
            if (sample > 0 && time >= end && time <= last && before < time && earliest[sample] >= time && syncs?.Contains(sample) != false)
            {
                yield return new(
                    sample, Enumerable.Range(0, sample).Count(picture => times.Composition(picture) < end),
                    TimeSpan.FromSeconds((double)(time - first) / track.TimeScale));
            }

            before = Math.Max(before, time);
        }
    }

    /// <summary>Gets the earliest composition of each sample and all after it.</summary>
    private static long[] EarliestFrom(SampleTimes times)
    {
        var earliest = new long[times.Count];
        for (var (sample, least) = (times.Count - 1, long.MaxValue); sample >= 0; sample--)
        {
            earliest[sample] = least = Math.Min(least, times.Composition(sample));
        }

        return earliest;
    }

    private static long Units(TimeSpan time, MovieTrack track) => (long)Math.Ceiling(time.TotalSeconds * track.TimeScale);
}
