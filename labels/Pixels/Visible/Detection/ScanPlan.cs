namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Which pictures are searched for text: a label is shown for a second at least, and each search costs much.</summary>
internal static class ScanPlan
{
    /// <summary>Time of the first picture: labels that fade in are clear by then.</summary>
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.6);

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Maximum number of pictures; of more, that many are selected, evenly spaced.</summary>
    private const int MaxPictures = 40;

    /// <summary>Maximum number of pictures in gaps where a label may be at another place.</summary>
    private const int MaxInGaps = 8;

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

    /// <summary>Returns some of the pictures that show no label so far.</summary>
    public static IReadOnlyList<Picture> OfGaps(IReadOnlyList<Picture> pictures, IReadOnlyList<bool> shown) =>
        Spread([.. pictures.Where((_, at) => !shown[at])], MaxInGaps);

    private static List<Picture> Spread(List<Picture> pictures, int count) => pictures.Count <= count
        ? pictures
        : [.. Enumerable.Range(0, count).Select(index => pictures[(int)((long)index * (pictures.Count - 1) / (count - 1))])];
}
