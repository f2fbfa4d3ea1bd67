using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>
/// Finds the speeds at which lines of text drift to the left or right: shifted accordingly, a band of one picture shares its strokes with
/// the next.
/// </summary>
internal static class DriftSearch
{
    /// <summary>Reduction of the searched planes from those in which text is found.</summary>
    private const int Reduction = 2;

    /// <summary>Number of rows of a band: less than the smallest text height, so that one is within the text.</summary>
    private const int BandHeight = 4;

    /// <summary>Maximum shift from one picture to the next, in samples.</summary>
    private const int Farthest = 24;

    /// <summary>Minimum number of picture pairs in which a band moves at one speed.</summary>
    private const int LeastPairs = 3;

    /// <summary>Maximum number of speeds followed in one run of pictures.</summary>
    private const int MaxSpeeds = 2;

    /// <summary>Minimum mean ink of a row; below it a row is empty.</summary>
    private const int LeastInk = 12;

    /// <returns>Speeds to the right, in pixels of the frame per second.</returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<Picture> run)
    {
        var planes = run.Select(Strokes).ToList();
        var bands = planes[0].Height / BandHeight;
        var moves = Enumerable.Range(0, bands).SelectMany(
            band => Pairs(planes, 1).Select(pair => (Band: band, Shift: BestShift(pair, band)))).Where(static move => move.Shift != 0);
        var step = (run[^1].Time - run[0].Time).TotalSeconds / (run.Count - 1);
        return
        [
            .. moves.GroupBy(static move => move)
                .Where(static group => group.Count() >= LeastPairs)
                .GroupBy(static group => group.Key.Shift)
                // If most bands move, the whole picture does, and text is still in it or has its own speed.
                .Where(group => group.Count() < bands / 2)
                .OrderByDescending(static speed => speed.Sum(static band => band.Count()))
                .Take(MaxSpeeds)
                .Select(speed =>
                    Refined(planes, speed.MaxBy(static band => band.Count())!.Key.Band, speed.Key) * Reduction * run[0].Factor / step),
        ];
    }

    private static Plane Strokes(Picture picture)
    {
        var luma = picture.Small.Luma.Reduced(Reduction);
        return TextFinder.Strokes([luma, luma.Inverted()], 2);
    }

    private static IEnumerable<(Plane From, Plane To)> Pairs(List<Plane> planes, int gap) => planes.Zip(planes.Skip(gap));

    /// <returns>The shift, or 0 if nothing moves or the shift is ambiguous.</returns>
    private static int BestShift((Plane From, Plane To) pair, int band)
    {
        var farthest = Math.Min(Farthest, pair.From.Width / 4);
        var scores = Enumerable.Range(-farthest, (2 * farthest) + 1).Select(shift => (Shift: shift, Common: Common(pair, band, shift)))
            .ToList();
        var best = scores.MaxBy(static score => score.Common);
        var others = scores.Where(score => Math.Abs(score.Shift - best.Shift) > 3).Select(static score => score.Common).DefaultIfEmpty()
            .Max();
        return Math.Abs(best.Shift) > 1 && best.Common > LeastInk * BandHeight * pair.From.Width && best.Common > 1.1 * others
            ? best.Shift
            : 0;
    }

    /// <summary>Refines a shift over more distant pictures, where the error of a sample is smaller.</summary>
    private static double Refined(List<Plane> planes, int band, double shift)
    {
        foreach (var gap in new[] { 3, 9 })
        {
            var around = (int)Math.Round(shift * gap);
            var pairs = Pairs(planes, gap).Where(pair => Math.Abs(around) + gap < pair.From.Width / 2).ToList();
            if (pairs.Count > 0)
            {
                shift = (double)Enumerable.Range(around - (gap / 2) - 1, gap + 3)
                    .MaxBy(way => pairs.Max(pair => Common(pair, band, way))) / gap;
            }
        }

        return shift;
    }

    /// <summary>Returns the strokes that a band shares with the other picture, shifted to the right.</summary>
    private static long Common((Plane From, Plane To) pair, int band, int shift)
    {
        var (width, common) = (pair.From.Width, 0L);
        for (var y = band * BandHeight; y < (band + 1) * BandHeight; y++)
        {
            var from = pair.From.Row(y)[Math.Max(0, -shift)..Math.Min(width, width - shift)];
            var to = pair.To.Row(y)[Math.Max(0, shift)..Math.Min(width, width + shift)];
            common += VectorOps.SumOfDarker(from, to);
        }

        return common;
    }
}
