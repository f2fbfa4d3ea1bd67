namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Runs of pictures so close in time that shared content was present between them.</summary>
internal static class FrameRuns
{
    private static readonly TimeSpan MaxStep = TimeSpan.FromSeconds(0.5);

    /// <summary>Minimum length of a run that shows motion.</summary>
    private const int ShortestOfMotion = 4;

    /// <summary>Returns the runs that are long enough to show motion.</summary>
    public static IEnumerable<List<Picture>> OfMotion(IEnumerable<Picture> pictures) =>
        Of(pictures).Where(static run => run.Count >= ShortestOfMotion);

    /// <param name="pictures">In order of time.</param>
    public static List<List<Picture>> Of(IEnumerable<Picture> pictures)
    {
        var runs = new List<List<Picture>>();
        foreach (var picture in pictures)
        {
            if (runs.Count > 0 && picture.Time - runs[^1][^1].Time <= MaxStep)
            {
                runs[^1].Add(picture);
            }
            else
            {
                runs.Add([picture]);
            }
        }

        return runs;
    }
}
