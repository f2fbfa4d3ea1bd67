namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>A label in every picture of the first seconds.</summary>
/// <param name="First">Time of the first picture that shows it clearly.</param>
/// <param name="Shown">Time shown; each picture counts for as long as it is displayed.</param>
/// <param name="Unbroken">Time shown without a break, from its first picture.</param>
/// <param name="Returns">Whether it is shown again after a break.</param>
/// <param name="Visited">Time of the last picture.</param>
/// <param name="DependsOnPlayer">
/// Whether many pictures are so short that displays leave them out, and not all show the label or were kept.
/// </param>
internal sealed record Opening(
    TimeSpan First, TimeSpan Shown, TimeSpan Unbroken, bool Returns, TimeSpan Visited, bool DependsOnPlayer)
{
    /// <summary>Displays show up to 120 pictures a second; a little less because of rounded times.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1 / 125.0);

    /// <summary>Maximum time without the label that is not a break, such as a flash or a damaged picture.</summary>
    private static readonly TimeSpan MaxGap = TimeSpan.FromSeconds(0.1);

    private const double MaxMissing = 0.1;

    /// <summary>GB 45438-2025 §5.4 requires 2 s: if there are more pictures than are kept, the later ones are unknown.</summary>
    private static readonly TimeSpan LeastVisited = TimeSpan.FromSeconds(1.8);

    /// <summary>Share of pictures below which short ones are accidents of a recorder.</summary>
    private const double Many = 0.1;

    /// <param name="times">Times of all pictures, in order.</param>
    /// <param name="seen">For each whether it shows the label.</param>
    public static Opening Of(IReadOnlyList<TimeSpan> times, IReadOnlyList<bool> seen)
    {
        var lengths = Lengths(times);
        var (shown, unbroken, returns) = (TimeSpan.Zero, TimeSpan.Zero, false);
        var (run, gap, missing, isBroken) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, false);
        for (var i = 0; i < times.Count; i++)
        {
            if (!seen[i])
            {
                (gap, missing) = (gap + lengths[i], missing + lengths[i]);
                continue;
            }

            shown += lengths[i];
            isBroken |= run > TimeSpan.Zero && (gap > MaxGap || missing > Longer(MaxGap, MaxMissing * (run + gap)));
            returns |= isBroken;
            run = run > TimeSpan.Zero ? run + gap + lengths[i] : lengths[i];
            missing = run == lengths[i] ? TimeSpan.Zero : missing;
            gap = TimeSpan.Zero;
            unbroken = isBroken ? unbroken : run;
        }

        var visited = times[^1] + lengths[^1];
        var isManyShort = lengths.SkipLast(1).Count(static length => length < Shortest) > Many * times.Count;
        var first = times.Where((_, at) => seen[at]).DefaultIfEmpty(times[^1]).First();
        return new(first, shown, unbroken, returns, visited, isManyShort && (seen.Contains(false) || visited < LeastVisited));
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>Each picture is displayed until the next; the last for as long as the one before it.</summary>
    private static List<TimeSpan> Lengths(IReadOnlyList<TimeSpan> times)
    {
        var lengths = times.Skip(1).Zip(times, static (next, time) => next - time).ToList();
        lengths.Add(lengths.Count > 0 ? lengths[^1] : TimeSpan.Zero);
        return lengths;
    }
}
