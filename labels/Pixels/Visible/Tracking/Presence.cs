using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Whether a label that was read once is in another picture, by the look of its ink.</summary>
internal static class Presence
{
    /// <summary>How far from its sightings a moving label is looked for.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromSeconds(0.6);

    public static bool Shows(Picture picture, ReadLine line) =>
        line.Candidate.Moves ? ShowsOnTheMove(picture, line.Candidate) : line.Look.LikenessIn(picture) >= InkLikeness.Same;

    /// <summary>Between its sightings it is taken to be there: where it passes what hides it, people still follow it.</summary>
    private static bool ShowsOnTheMove(Picture picture, Candidate candidate)
    {
        var (first, last) = (candidate.Sightings[0], candidate.Sightings[^1]);
        if (picture.Time >= first.From && picture.Time <= last.To)
        {
            return true;
        }

        var nearest = picture.Time < first.From ? first : last;
        return (picture.Time - nearest.From).Duration() <= Reach && MovingText.Find(picture, nearest) is not null;
    }
}
