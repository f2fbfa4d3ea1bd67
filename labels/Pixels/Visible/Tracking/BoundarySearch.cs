using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Searches for the moment when a label appears or disappears between two pictures that are far apart.</summary>
internal static class BoundarySearch
{
    private const int Rounds = 3;
    private const int PicturesInGap = 6;
    private const double FinestRate = 5;

    /// <summary>Maximum number of gaps searched in one round.</summary>
    private const int MaxGaps = 4;

    public static async Task RefineAsync(
        PictureSet pictures, IReadOnlyList<LabelTrack> tracks, TimeSpan tolerance, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var gaps = tracks.SelectMany(track => Gaps(pictures.All, track.Presence(pictures.All), tolerance)).Distinct().Take(MaxGaps)
                .ToList();
            foreach (var (from, length) in gaps)
            {
                var rate = Math.Min(FinestRate, PicturesInGap / length.TotalSeconds);
                await pictures.AddAsync(new(FramePurpose.Boundary, from, length, rate), cancellationToken);
            }

            if (gaps.Count == 0)
            {
                return;
            }
        }
    }

    private static IEnumerable<(TimeSpan From, TimeSpan Length)> Gaps(IReadOnlyList<Picture> pictures, bool[] seen, TimeSpan tolerance)
    {
        for (var i = 1; i < seen.Length; i++)
        {
            var length = pictures[i].Time - pictures[i - 1].Time;
            if (seen[i] != seen[i - 1] && length > 1.5 * tolerance)
            {
                yield return (pictures[i - 1].Time, length);
            }
        }
    }
}
