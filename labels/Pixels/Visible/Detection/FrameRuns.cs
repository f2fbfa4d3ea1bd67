namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Pictures that follow each other so fast that what they share was there all the time between them.</summary>
internal static class FrameRuns
{
    private static readonly TimeSpan MaxStep = TimeSpan.FromSeconds(0.5);

    /// <summary>Fewer pictures in a row tell nothing of motion.</summary>
    private const int ShortestOfMotion = 4;

    /// <summary>Those that are long enough to tell what moves in them.</summary>
    public static IEnumerable<List<Picture>> OfMotion(IEnumerable<Picture> pictures) =>
        Of(pictures).Where(static run => run.Count >= ShortestOfMotion);

    /// <param name="pictures">In the order of time.</param>
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
