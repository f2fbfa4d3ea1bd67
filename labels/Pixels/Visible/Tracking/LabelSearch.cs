using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds where labels are in the pictures of a video, still or moving.</summary>
internal sealed class LabelSearch(LabelMatcher matcher, LineScan scan, IReadOnlyList<Picture> pictures)
{
    /// <summary>Maximum number of places that are measured.</summary>
    private const int MaxPlaces = 6;

    private readonly LabelPlace _place = new(matcher);

    public async Task<List<ReadLine>> FindAsync(CancellationToken cancellation)
    {
        var labels = await scan.ReadAsync(ScanPlan.Of(pictures).Select(static picture => picture.Frame), cancellation);
        var places = await PlacesAsync(labels, [], cancellation);
        var passing = places.Where(place => MovingLabels.IsInPassing(place, pictures)).ToList();
        var moving = passing.Count == 0 ? [] : await new MovingLabels(_place).FollowAsync(labels, pictures, cancellation);
        if (moving.Count > 0)
        {
            return [.. places, .. moving];
        }

        return passing.Count > 0 || Hops(places) ? await ElsewhereAsync(places, cancellation) : places;
    }

    /// <summary>Returns true for one label at several places.</summary>
    private static bool Hops(List<ReadLine> places) =>
        places.Exists(one => places.Exists(other => one.Match.Phrase == other.Match.Phrase && one.Ink.Ink.Overlap(other.Ink.Ink) == 0));

    /// <summary>Searches pictures that show no label for other places of it.</summary>
    private async Task<List<ReadLine>> ElsewhereAsync(List<ReadLine> places, CancellationToken cancellation)
    {
        var shown = new LabelTrack(places).Presence(pictures);
        // The picture after one in which it was read tells how it moves.
        var next = pictures.Zip(pictures.Skip(1)).Where(pair => places.Exists(place => place.WasReadIn(pair.First)))
            .Select(static pair => pair.Second).Take(1);
        var gaps = next.Concat(ScanPlan.OfGaps(pictures, shown)).Select(static picture => picture.Frame);
        var labels = await scan.ReadAsync(gaps, cancellation);
        places = await PlacesAsync(labels, places, cancellation);
        return MovingLabels.InPassing(places, labels, pictures) is { } moving ? [.. places, moving] : places;
    }

    /// <summary>Finds the ink of labels at places where it is not known.</summary>
    private async Task<List<ReadLine>> PlacesAsync(
        IEnumerable<JudgedLine> labels, IReadOnlyList<ReadLine> known, CancellationToken cancellation)
    {
        List<ReadLine> places = [.. known];
        foreach (var label in labels)
        {
            var box = LabelPlace.InkOf(label.Line.Box);
            if (places.Count < MaxPlaces
                && !places.Exists(place => place.Match.Phrase == label.Match!.Phrase && place.Seen.Box.Overlap(box) > 0.5))
            {
                places.Add(await _place.FindAsync(label, pictures, cancellation));
            }
        }

        return places;
    }
}
