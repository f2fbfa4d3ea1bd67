using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Checks a label in every picture of the first seconds: sampled pictures can be foretold.</summary>
/// <param name="frames">All pictures of the first seconds, small.</param>
/// <param name="pictures">The sampled pictures.</param>
internal sealed class OpeningCheck(IReadOnlyList<SmallFrame> frames, IReadOnlyList<Picture> pictures)
{
    /// <summary>Maximum number of places at which one label is searched.</summary>
    private const int MaxLines = 6;

    /// <returns>The result, or null if the source returns only sampled pictures, or none of them shows the label so early.</returns>
    public Opening? Of(LabelTrack track)
    {
        if (frames.Count == 0)
        {
            return null;
        }

        var seen = new bool[frames.Count];
        var any = false;
        foreach (var line in track.Lines.Take(MaxLines))
        {
            any |= Note(line, seen);
        }

        return any ? Opening.Of([.. frames.Select(static frame => frame.Time)], seen) : null;
    }

    /// <summary>Notes the pictures that show a line.</summary>
    /// <returns>False if no sampled picture of the first seconds shows it.</returns>
    private bool Note(ReadLine line, bool[] seen)
    {
        var sampled = Sampled(line);
        if (!sampled.Exists(static one => one.Shows))
        {
            return false;
        }

        var ink = new SmallInk(line, (double)frames[0].Width / pictures[0].Width);
        var measured = frames.Select(ink.In).ToList();
        var known = sampled.Where(static one => one.Shows).Select(one => measured[one.Frame]).ToList();
        var isMeasurable = InkMeasure.Median(known) is { IsClear: true };
        var usual = InkMeasure.Median(known);
        for (var i = 0; i < frames.Count; i++)
        {
            // What is too faint to be found in a small picture is taken from the sampled picture before it.
            seen[i] |= isMeasurable ? measured[i].IsLike(usual) : sampled.LastOrDefault(one => one.Frame <= i).Shows;
        }

        return true;
    }

    /// <summary>Returns for each sampled picture of the first seconds the index of the picture that it repeats.</summary>
    private List<(int Frame, bool Shows)> Sampled(ReadLine line)
    {
        var sampled = new List<(int Frame, bool Shows)>();
        var at = 0;
        foreach (var picture in pictures.TakeWhile(picture => picture.Time <= frames[^1].Time))
        {
            while (at + 1 < frames.Count && frames[at + 1].Time <= picture.Time)
            {
                at++;
            }

            sampled.Add((at, line.WasReadIn(picture) || Presence.Shows(picture, line)));
        }

        return sampled;
    }
}
