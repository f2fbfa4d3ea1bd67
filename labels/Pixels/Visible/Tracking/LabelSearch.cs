using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds where labels are in the pictures of a video, still or moving.</summary>
internal sealed class LabelSearch(LabelMatcher matcher, LineScan scan, IReadOnlyList<Picture> pictures)
{
    /// <summary>Maximum number of places that are measured.</summary>
    private const int MaxPlaces = 6;

    /// <summary>How often the pictures between those that were searched are searched too.</summary>
    private const int Rounds = 3;

    private const int MaxPicturesInRound = 12;

    private readonly LabelPlace _place = new(matcher);

    public async Task<List<ReadLine>> FindAsync(CancellationToken cancellation)
    {
        var searched = ScanPlan.Of(pictures);
        var labels = await scan.ReadAsync(searched.Select(static picture => picture.Frame), cancellation);
        var places = await PlacesAsync(labels, [], cancellation);
        if (!Hops(places) && !places.Exists(place => MovingLabels.IsInPassing(place, pictures)))
        {
            return places;
        }

        labels = await FollowAsync([.. searched], labels, cancellation);
        places = await PlacesAsync(labels, places, cancellation);
        return await new MovingLabels(_place).JoinAsync(places, labels, pictures, cancellation);
    }

    /// <summary>Returns true for one label at several places.</summary>
    private static bool Hops(List<ReadLine> places) =>
        places.Exists(one => places.Exists(other => one.Match.Phrase == other.Match.Phrase && one.Ink.Ink.Overlap(other.Ink.Ink) == 0));

    /// <summary>Searches pictures between those that were searched and show a label: where it is, and when it comes and goes.</summary>
    private async Task<List<JudgedLine>> FollowAsync(
        HashSet<Picture> searched, List<JudgedLine> labels, CancellationToken cancellation)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var read = labels.Select(static label => label.Line.Time).ToHashSet();
            var between = ScanPlan.Between(pictures, searched, read).Take(MaxPicturesInRound).ToList();
            if (between.Count == 0)
            {
                break;
            }

            searched.UnionWith(between);
            labels = await scan.ReadAsync(between.Select(static picture => picture.Frame), cancellation);
        }

        return labels;
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
