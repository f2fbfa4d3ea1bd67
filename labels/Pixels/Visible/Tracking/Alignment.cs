using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>
/// Aligns pictures of text that moves: overlaid, what is behind it disappears. The places of detections are not exact enough, their
/// pixels are.
/// </summary>
internal static class Alignment
{
    /// <summary>Maximum number of pictures, the nearest in time.</summary>
    private const int MaxPictures = 6;

    /// <summary>Maximum error of a detected place, as a share of the height of the text.</summary>
    private const double MaxError = 0.25;

    /// <summary>Minimum likeness of aligned pixels: the picture behind the text differs.</summary>
    private const double LeastLikeness = 0.3;

    /// <param name="path">Other detections of the same text.</param>
    /// <returns>The detection in the pictures that could be aligned, itself first.</returns>
    public static TextDetection Of(TextDetection detection, IReadOnlyList<TextDetection> path)
    {
        var (first, box) = (detection.Pictures[0], detection.Box);
        var reference = first.Crop(box).Luma;
        List<(Picture Picture, (int X, int Y) Shift)> aligned = [(first, (0, 0))];
        foreach (var other in path.Where(other => other.From != first.Time).OrderBy(other => (other.From - first.Time).Duration())
            .Take(MaxPictures - 1))
        {
            if (Shift(other.Pictures[0], other.Box, box, reference) is { } shift)
            {
                aligned.Add((other.Pictures[0], shift));
            }
        }

        return detection with
        {
            Pictures = [.. aligned.Select(static one => one.Picture)],
            Shifts = [.. aligned.Select(static one => one.Shift)],
        };
    }

    /// <summary>A detection may lack letters at one of its ends: its left or right side tells how far the text has moved.</summary>
    private static (int X, int Y)? Shift(Picture picture, Box seen, Box box, Plane reference)
    {
        var reach = Math.Max(3, (int)(MaxError * box.Height));
        var down = seen.Y + (seen.Height / 2) - box.Y - (box.Height / 2);
        var best = (Likeness: LeastLikeness, Shift: ((int X, int Y)?)null);
        foreach (var across in new[] { seen.X - box.X, seen.Right - box.Right }.Distinct())
        {
            for (var y = down - reach; y <= down + reach; y++)
            {
                for (var x = across - reach; x <= across + reach; x++)
                {
                    var there = box.Shifted(x, y);
                    if (there.X >= 0 && there.Y >= 0 && there.Right <= picture.Width && there.Bottom <= picture.Height
                        && InkLikeness.Of(reference, picture.Luma(there)) is var likeness && likeness > best.Likeness)
                    {
                        best = (likeness, (x, y));
                    }
                }
            }
        }

        return best.Shift;
    }
}
