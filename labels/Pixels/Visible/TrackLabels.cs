using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible;

/// <summary>Combines the labels of a video's tracks. Players show one of them, so a label counts only if every track has one.</summary>
internal static class TrackLabels
{
    /// <param name="tracks">Labels of each track in pixels of that track; the one that players choose first.</param>
    public static ExplicitLabels Of(IReadOnlyList<ExplicitLabels> tracks)
    {
        if (tracks.Count == 1)
        {
            return tracks[0];
        }

        var compliant = tracks.Count(static track => track.Labels.Any(static label => label.Conformance.PassesAlone));
        return tracks[0] with
        {
            Labels =
            [
                .. tracks.SelectMany((track, index) => track.Labels.Select(label => label with
                {
                    Track = index + 1,
                    Conformance = label.Conformance with { Tracks = new(compliant, compliant == tracks.Count) },
                })).OrderBy(static label => label.FirstSeen),
            ],
            Tracks = tracks.Count,
            Pictures = tracks.Sum(static track => track.Pictures),
            LinesRead = tracks.Sum(static track => track.LinesRead),
            Texts = [.. tracks.SelectMany(static track => track.Texts)],
            Problems = [.. tracks.SelectMany(static track => track.Problems).Distinct()],
        };
    }
}
