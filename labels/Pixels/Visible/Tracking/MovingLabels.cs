using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Follows labels that were read in passing: at a place that shows them only for a moment.</summary>
internal sealed class MovingLabels(LabelPlace place)
{
    /// <summary>Maximum number of candidates that are read.</summary>
    private const int MaxCandidates = 6;

    /// <summary>Number of pictures to each side that should show a label that is still.</summary>
    private const int Beside = 2;

    /// <summary>Maximum speed of text that can be read, in widths of the picture per second.</summary>
    private const double MaxSpeed = 0.6;

    /// <summary>Maximum time between detections that tell a speed.</summary>
    private static readonly TimeSpan MaxFollowed = TimeSpan.FromSeconds(0.7);

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

    /// <summary>Finds the text that moves at one speed, or is of one appearance, where the labels were read.</summary>
    public async Task<List<ReadLine>> FollowAsync(
        IReadOnlyList<JudgedLine> labels, IReadOnlyList<Picture> pictures, CancellationToken cancellation)
    {
        var still = StillText.Find(pictures);
        List<Candidate> found = [.. DriftingText.Find(pictures), .. MovingText.Find(pictures, still)];
        var lines = new List<ReadLine>();
        foreach (var (candidate, label) in found
            .Select(candidate => (Candidate: candidate, Label: labels.FirstOrDefault(label => IsAt(candidate, label))))
            .Where(static pair => pair.Label is not null)
            .OrderByDescending(static pair => pair.Candidate.Prominence)
            .Take(MaxCandidates))
        {
            if (TextLineCrop.Of(candidate.Best) is { } ink)
            {
                var line = await place.ReadAsync(label!, candidate.Best, ink, pictures, cancellation);
                var followed = candidate.Moves ? MovingText.Follow(candidate, pictures) : candidate;
                if (!candidate.Moves || IsFollowed(followed.Detections, pictures[0].Width))
                {
                    lines.Add(line with { Candidate = followed });
                }
            }
        }

        // What reads worse is other text, or part of the picture, at the place of the label.
        var best = lines.Select(static line => line.Seen.Threshold).DefaultIfEmpty().Max();
        return [.. lines.Where(line => line.Seen.Threshold >= 0.8 * best)];
    }

    /// <summary>
    /// Joins readings in passing to one label on the move: its places are known only where it was read.
    /// </summary>
    /// <returns>The label, or null if its readings do not tell how it moves.</returns>
    public static ReadLine? InPassing(IReadOnlyList<ReadLine> places, IReadOnlyList<JudgedLine> labels, IReadOnlyList<Picture> pictures)
    {
        if (places.FirstOrDefault(place => IsInPassing(place, pictures)) is not { } first)
        {
            return null;
        }

        var detections = labels.Where(label => label.Match!.Phrase == first.Match.Phrase)
            .DistinctBy(static label => label.Line.Time)
            .OrderBy(static label => label.Line.Time)
            .Select(label => first.Seen with
            {
                Pictures = [pictures.First(picture => picture.Time == label.Line.Time)],
                Box = LabelPlace.InkOf(label.Line.Box),
            })
            .ToList();
        return IsFollowed(detections, pictures[0].Width) ? first with { Candidate = new(detections, Moves: true) } : null;
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
        return speeds.Count > 0 && speeds[speeds.Count / 2] <= MaxSpeed * width;
    }

    private static bool IsAt(Candidate candidate, JudgedLine label) => candidate.Detections.Any(detection =>
        label.Line.Time >= detection.From && label.Line.Time <= detection.To
        && detection.Motion.At(label.Line.Time, detection.Box).Overlap(LabelPlace.InkOf(label.Line.Box)) > 0.4);
}
