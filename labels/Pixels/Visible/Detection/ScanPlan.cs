namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Which pictures are searched for text: a label is shown for a second at least, and each search costs much.</summary>
internal static class ScanPlan
{
    /// <summary>Time of the first picture: labels that fade in are clear by then.</summary>
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.6);

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Maximum number of pictures; of more, that many are selected, evenly spaced.</summary>
    private const int MaxPictures = 40;

    /// <summary>Maximum time between two readings that tell the way of a label.</summary>
    private static readonly TimeSpan MaxOnTheWay = TimeSpan.FromSeconds(0.7);

    /// <summary>Maximum time between pictures that are searched for what is between them: in more time a label may go and return.</summary>
    private static readonly TimeSpan MaxBetween = TimeSpan.FromSeconds(2);

    /// <param name="pictures">In order of time.</param>
    public static IReadOnlyList<Picture> Of(IReadOnlyList<Picture> pictures)
    {
        var chosen = new List<Picture>();
        foreach (var picture in pictures)
        {
            if (chosen.Count == 0 ? picture.Time >= First : picture.Time - chosen[^1].Time >= Step - TimeSpan.FromMilliseconds(1))
            {
                chosen.Add(picture);
            }
        }

        return Spread(chosen.Count == 0 ? [pictures[pictures.Count / 2]] : chosen, MaxPictures);
    }

    /// <summary>
    /// Returns pictures half way between neighbouring ones that were searched: where only one shows a label, to tell when it comes or goes,
    /// and where both do, to tell how it gets from one place to the other.
    /// </summary>
    /// <param name="searched">Some of the pictures.</param>
    /// <param name="read">Times at which a label was read.</param>
    public static IEnumerable<Picture> Between(IReadOnlyList<Picture> pictures, IReadOnlySet<Picture> searched, IReadOnlySet<TimeSpan> read)
    {
        var before = -1;
        for (var at = 0; at <= pictures.Count; at++)
        {
            if (at < pictures.Count && !searched.Contains(pictures[at]))
            {
                continue;
            }

            if (at - before > 1 && IsToSearch(before, at))
            {
                yield return pictures[(before + at) / 2];
            }

            before = at;
        }

        bool IsToSearch(int from, int to)
        {
            var (shows, showsNext) = (IsRead(from), IsRead(to));
            var step = pictures[Math.Min(to, pictures.Count - 1)].Time - pictures[Math.Max(from, 0)].Time;
            return (shows != showsNext || (shows && step > MaxOnTheWay)) && step <= MaxBetween;
        }

        bool IsRead(int at) => at >= 0 && at < pictures.Count && read.Contains(pictures[at].Time);
    }

    private static List<Picture> Spread(List<Picture> pictures, int count) => pictures.Count <= count
        ? pictures
        : [.. Enumerable.Range(0, count).Select(index => pictures[(int)((long)index * (pictures.Count - 1) / (count - 1))])];
}
