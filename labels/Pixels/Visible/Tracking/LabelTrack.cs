using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>One label through the whole video.</summary>
/// <param name="Lines">Its readings, the most confident first.</param>
internal sealed record LabelTrack(IReadOnlyList<ReadLine> Lines)
{
    /// <summary>Maximum time in which a label is less clear because of motion behind it.</summary>
    private static readonly TimeSpan MaxObscured = TimeSpan.FromSeconds(1.3);

    /// <summary>The line that is measured.</summary>
    public ReadLine Clearest => ReadLine.Clearest(Lines);

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
    public bool[] Presence(IReadOnlyList<Picture> pictures)
    {
        var shown = pictures.Select(picture => Lines.Any(line => line.WasReadIn(picture) || Tracking.Presence.Shows(picture, line)))
            .ToArray();
        return [.. shown.Select((isShown, at) => isShown
            || (IsShownAround(pictures, shown, at) && Lines.Any(line => Tracking.Presence.MayShow(pictures[at], line))))];
    }

    private static bool IsShownAround(IReadOnlyList<Picture> pictures, bool[] shown, int at)
    {
        var (before, after) = (Array.LastIndexOf(shown, true, at), Array.IndexOf(shown, true, at));
        return before >= 0 && after >= 0 && pictures[after].Time - pictures[before].Time <= MaxObscured;
    }

    /// <summary>Returns true if it was read while moving, or at places that never show it at the same time.</summary>
    public bool Moves(IReadOnlyList<Picture> pictures)
    {
        var elsewhere = Lines.FirstOrDefault(line => line.Ink.Ink.Overlap(Lines[0].Ink.Ink) <= 0.2);
        return Lines.Any(static line => line.Moves)
            || (elsewhere is not null
                && !pictures.Any(picture => Tracking.Presence.Shows(picture, Lines[0]) && Tracking.Presence.Shows(picture, elsewhere)));
    }
}
