using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>One label through the whole video.</summary>
/// <param name="Lines">What was read of it, the surest first.</param>
internal sealed record LabelTrack(IReadOnlyList<ReadLine> Lines)
{
    /// <summary>
    /// The line that is measured: of strong strokes and seen for long, for in weak ones a box or what is behind the text takes part.
    /// </summary>
    public ReadLine Clearest => Lines.MaxBy(static line => line.Candidate.Rank)!;

    public static List<LabelTrack> Of(IEnumerable<ReadLine> lines)
    {
        var tracks = new List<List<ReadLine>>();
        foreach (var line in lines.OrderByDescending(static line => line.Text.Confidence))
        {
            var track = tracks.Find(track => track.Exists(line.IsSameLabelAs));
            if (track is null)
            {
                tracks.Add([line]);
            }
            else
            {
                track.Add(line);
            }
        }

        return [.. tracks.Select(static track => new LabelTrack(track))];
    }

    /// <summary>For each picture whether the label is in it.</summary>
    public bool[] Presence(IReadOnlyList<Picture> pictures) =>
        [.. pictures.Select(picture => Lines.Any(line => line.WasReadIn(picture) || Tracking.Presence.Shows(picture, line)))];

    /// <summary>It was read on the move, or at places where it never is at once.</summary>
    public bool Moves(IReadOnlyList<Picture> pictures)
    {
        var elsewhere = Lines.FirstOrDefault(line => line.Ink.Ink.Overlap(Lines[0].Ink.Ink) <= 0.2);
        return Lines[0].Candidate.Moves || Lines[0].Candidate.Drifts
            || (elsewhere is not null
                && !pictures.Any(picture => Tracking.Presence.Shows(picture, Lines[0]) && Tracking.Presence.Shows(picture, elsewhere)));
    }
}
