using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Determines whether a label read once is in another picture, by the appearance of its ink.</summary>
internal static class Presence
{
    /// <summary>Maximum time from its detections in which a moving label is searched.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromSeconds(0.6);

    public static bool Shows(Picture picture, ReadLine line) =>
        line.Candidate.Moves ? ShowsOnTheMove(picture, line.Candidate) : line.LikenessIn(picture) >= InkLikeness.Same;

    /// <summary>Returns true if a still label is possibly there, behind motion.</summary>
    public static bool MayShow(Picture picture, ReadLine line) =>
        !line.Candidate.Moves && line.LikenessIn(picture) >= InkLikeness.Possible;

    /// <summary>Between its detections it is assumed present: viewers still follow it while it is hidden.</summary>
    private static bool ShowsOnTheMove(Picture picture, Candidate candidate)
    {
        var (first, last) = (candidate.Detections[0], candidate.Detections[^1]);
        if (picture.Time >= first.From && picture.Time <= last.To)
        {
            return true;
        }

        var nearest = picture.Time < first.From ? first : last;
        return (picture.Time - nearest.From).Duration() <= Reach && MovingText.Find(picture, nearest) is not null;
    }
}
