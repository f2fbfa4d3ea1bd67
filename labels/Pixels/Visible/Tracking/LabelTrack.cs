using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>One label through the whole video.</summary>
/// <param name="Lines">Its readings, the most confident first.</param>
internal sealed record LabelTrack(IReadOnlyList<ReadLine> Lines)
{
    /// <summary>
    /// The line that is measured: with strong strokes and shown for long, because weak ones include a box or content behind the text.
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

    /// <summary>Returns for each picture whether it shows the label.</summary>
    public bool[] Presence(IReadOnlyList<Picture> pictures) =>
        [.. pictures.Select(picture => Lines.Any(line => line.WasReadIn(picture) || Tracking.Presence.Shows(picture, line)))];

    /// <summary>Returns true if it was read while moving, or at places that never show it at the same time.</summary>
    public bool Moves(IReadOnlyList<Picture> pictures)
    {
        var elsewhere = Lines.FirstOrDefault(line => line.Ink.Ink.Overlap(Lines[0].Ink.Ink) <= 0.2);
        return Lines[0].Candidate.Moves || Lines[0].Candidate.Drifts
            || (elsewhere is not null
                && !pictures.Any(picture => Tracking.Presence.Shows(picture, Lines[0]) && Tracking.Presence.Shows(picture, elsewhere)));
    }
}
