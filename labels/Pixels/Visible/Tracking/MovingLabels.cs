using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Follows labels that were read in passing: at a place that shows them only for a moment.</summary>
internal sealed class MovingLabels(LabelPlace place)
{
    /// <summary>Number of pictures to each side that should show a label that is still.</summary>
    private const int Beside = 2;

    /// <summary>Minimum speed of text that moves, in widths of the picture per second: what hops stands still in between.</summary>
    private const double MinSpeed = 0.01;

    /// <summary>Maximum speed of text that can be read, in widths of the picture per second.</summary>
    private const double MaxSpeed = 0.6;

    /// <summary>Maximum time between detections that tell a speed.</summary>
    private static readonly TimeSpan MaxFollowed = TimeSpan.FromSeconds(0.7);

    /// <summary>Share of the best confidence at which another reading is as sure.</summary>
    private const double AsSure = 0.9;

    private static readonly TimeSpan MaxStep = TimeSpan.FromSeconds(0.5);

    /// <summary>Returns true if hardly any picture before and after shows the line at its place.</summary>
    public static bool IsInPassing(ReadLine line, IReadOnlyList<Picture> pictures)
    {
        var at = pictures.Index().First(picture => picture.Item.Time == line.Seen.From).Index;
        var near = Enumerable.Range(at - Beside, (2 * Beside) + 1)
            .Where(index => index >= 0 && index < pictures.Count
                && (pictures[index].Time - pictures[at].Time).Duration() <= MaxStep * Beside)
            .ToList();
        return near.Count > Beside && near.Count(index => line.LikenessIn(pictures[index]) >= InkLikeness.Same) <= Beside;
    }

    /// <summary>
    /// Joins readings in passing to one label on the move: its places are known only where it was read.
    /// </summary>
    /// <returns>The places with the label instead of those that it passes; unchanged if its readings do not tell how it moves.</returns>
    public async Task<List<ReadLine>> JoinAsync(
        List<ReadLine> places, IReadOnlyList<JudgedLine> labels, IReadOnlyList<Picture> pictures, CancellationToken cancellation)
    {
        var passing = places.Where(place => IsInPassing(place, pictures)).ToList();
        if (passing.Count == 0)
        {
            return places;
        }

        var clearest = ReadLine.Clearest(passing);
        var readings = labels.Where(label => label.Match!.Phrase == clearest.Match.Phrase)
            .DistinctBy(static label => label.Line.Time).OrderBy(static label => label.Line.Time).ToList();
        var path = readings.Select(label => clearest.Seen with
        {
            Pictures = [pictures.First(picture => picture.Time == label.Line.Time)],
            Box = LabelPlace.InkOf(label.Line.Box),
        }).ToList();
        if (!IsFollowed(path, pictures[0].Width))
        {
            return places;
        }

        // A reading of all letters is as wide as any.
        var sure = readings.Max(static label => label.Line.Confidence) * AsSure;
        var best = readings.Where(label => label.Line.Confidence >= sure).MaxBy(static label => label.Line.Box.Width)!;
        var overlaid = Alignment.Of(path[readings.IndexOf(best)], path);
        var moving = ReadLine.Clearest([clearest, await place.FindAsync(best, overlaid, pictures, cancellation)]);
        return
        [
            .. places.Where(place => !passing.Contains(place) || place.Match.Phrase != clearest.Match.Phrase),
            moving with { Path = [.. path.Select(overlaid.Moved)] },
        ];
    }

    /// <summary>
    /// Requires two readings so close in time that they tell its speed, and one that eyes can follow: seconds apart, a label that races
    /// through the picture is anywhere.
    /// </summary>
    private static bool IsFollowed(IReadOnlyList<TextDetection> detections, int width)
    {
        var speeds = detections.Zip(detections.Skip(1), static (one, next) => (Step: next.From - one.From, Way: next.Box.X - one.Box.X))
            .Where(static move => move.Step > TimeSpan.Zero && move.Step <= MaxFollowed)
            .Select(static move => Math.Abs(move.Way) / move.Step.TotalSeconds).Order().ToList();
        return speeds.Count > 0 && speeds[speeds.Count / 2] >= MinSpeed * width && speeds[speeds.Count / 2] <= MaxSpeed * width;
    }
}
