using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds text that stands still while about a second passes.</summary>
internal static class StillText
{
    /// <summary>Pictures laid over each other: at 5 a second, so many that a label of 1 s holds a whole set of them.</summary>
    private const int Overlaid = 4;

    private const int Step = 2;

    public static List<Candidate> Find(IReadOnlyList<Picture> pictures)
    {
        var places = new List<List<Sighting>>();
        foreach (var sighting in Windows(pictures).SelectMany(TextFinder.Find))
        {
            var place = places.Find(place => place.Exists(sighting.IsSameAs));
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

    private static IEnumerable<IReadOnlyList<Picture>> Windows(IReadOnlyList<Picture> pictures)
    {
        var last = Math.Max(0, pictures.Count - Overlaid);
        for (var first = 0; first < last; first += Step)
        {
            yield return [.. pictures.Skip(first).Take(Overlaid)];
        }

        yield return [.. pictures.Skip(last)];
    }
}
