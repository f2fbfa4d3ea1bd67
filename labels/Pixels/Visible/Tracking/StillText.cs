using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds text that stands still, or drifts at one speed, while about a second passes.</summary>
internal static class StillText
{
    /// <summary>Pictures laid over each other: at 5 a second, so many that a label of 1 s holds a whole set of them.</summary>
    private const int Overlaid = 4;

    private const int Step = 3;

    /// <param name="drift">Pixels of the frame that it moves to the right in a second.</param>
    public static List<Candidate> Find(IReadOnlyList<Picture> pictures, double drift = 0)
    {
        var places = new List<List<TextDetection>>();
        foreach (var sighting in FrameRuns.Of(pictures).SelectMany(Windows).SelectMany(window => TextFinder.Find(window, drift)))
        {
            var place = places.Find(place => place[0].IsSameAs(sighting) || place[^1].IsSameAs(sighting));
            if (place is null)
            {
                places.Add([sighting]);
            }
            else
            {
                place.Add(sighting);
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
