using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Determines whether a label read once is in another picture, by the appearance of its ink.</summary>
internal static class Presence
{
    /// <summary>Maximum time between two readings of a moving label in which it is taken to be shown: viewers follow it on.</summary>
    private static readonly TimeSpan MaxHidden = TimeSpan.FromSeconds(1.3);

    public static bool Shows(Picture picture, ReadLine line) =>
        line.Moves
            ? IsOnItsWay(picture.Time, line.Path) || (IsNear(picture.Time, line.Path) && line.LikenessIn(picture) >= InkLikeness.Possible)
            : line.LikenessIn(picture) >= InkLikeness.Same;

    /// <summary>Returns true if a still label is possibly there, behind motion.</summary>
    public static bool MayShow(Picture picture, ReadLine line) => !line.Moves && line.LikenessIn(picture) >= InkLikeness.Possible;

    private static bool IsOnItsWay(TimeSpan time, IReadOnlyList<TextDetection> path) =>
        path.Zip(path.Skip(1)).Any(
            pair => time >= pair.First.From && time <= pair.Second.From && pair.Second.From - pair.First.From <= MaxHidden);

    /// <summary>Returns true as long as its way can be foretold.</summary>
    private static bool IsNear(TimeSpan time, IReadOnlyList<TextDetection> path) =>
        time >= path[0].From - MaxHidden && time <= path[^1].From + MaxHidden;
}
