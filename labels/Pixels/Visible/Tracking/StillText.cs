using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds text that is still, or drifts at one speed, for about a second.</summary>
internal static class StillText
{
    /// <summary>Number of overlaid pictures: at 5 per second, a label of 1 s covers a whole set.</summary>
    private const int Overlaid = 4;

    private const int Step = 3;

    /// <param name="drift">Speed to the right in pixels of the frame per second.</param>
    public static List<Candidate> Find(IReadOnlyList<Picture> pictures, double drift = 0)
    {
        var places = new List<List<TextDetection>>();
        foreach (var detection in FrameRuns.Of(pictures).SelectMany(Windows).SelectMany(window => TextFinder.Find(window, drift)))
        {
            var place = places.Find(place => place[0].IsSameAs(detection) || place[^1].IsSameAs(detection));
            if (place is null)
            {
                places.Add([detection]);
            }
            else
            {
                place.Add(detection);
            }
        }

        return [.. places.Select(static place => new Candidate(place, Moves: false))];
    }

    private static IEnumerable<IReadOnlyList<Picture>> Windows(List<Picture> run)
    {
        var last = Math.Max(0, run.Count - Overlaid);
        for (var first = 0; first < last; first += Step)
        {
            yield return run.GetRange(first, Overlaid);
        }

        yield return run.GetRange(last, run.Count - last);
    }
}
