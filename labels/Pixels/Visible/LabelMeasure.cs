using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Pixels.Visible.Tracking;
using AiLabels.Reports;

namespace AiLabels.Pixels.Visible;

/// <summary>Measures labels: place, size, times, and conformance with the standard.</summary>
/// <param name="pictures">All pictures read, in order of time.</param>
/// <param name="opening">All pictures of the first seconds.</param>
/// <param name="duration">Length of the video; null if the file does not specify it.</param>
internal sealed class LabelMeasure(
    IReadOnlyList<Picture> pictures, OpeningCheck opening, TimeSpan? duration, ExplicitLabelOptions options)
{
    private readonly Picture _picture = pictures[0];

    /// <summary>Set if what viewers see of a label depends on the player.</summary>
    public Problem? Problem { get; private set; }

    private static Problem Short { get; } = new(
        "frames.tooShort", "Many frames are shorter than 1/120 s and not all show the label: what viewers see depends on the player.");

    public VisibleLabel Of(LabelTrack track)
    {
        var clearest = track.Clearest;
        var ink = clearest.Ink;
        var (text, match) = (track.Lines[0].Text, track.Lines[0].Match);
        var spelt = match.Spelt(text.Text);
        var presence = track.Presence(pictures);
        var frames = opening.Of(track);
        var timeline = Timeline.Of(pictures, presence, duration ?? pictures[^1].Time).With(frames, options.TimeTolerance);
        var moves = track.Moves(pictures);
        // Where a label that moves was read, it is no longer in other pictures.
        var shown = pictures.Where((picture, at) =>
            presence[at] && (!moves || clearest.WasReadIn(picture) || Presence.Shows(picture, clearest))).ToList();
        Problem ??= frames is { DependsOnPlayer: true } ? Short : null;
        var share = (double)ink.Ink.Height / Math.Min(_picture.Width, _picture.Height);
        return new()
        {
            Kind = match.Kind,
            Text = spelt,
            RawText = spelt == text.Text ? null : text.Text,
            Phrase = match.Phrase,
            Generator = match.Generator,
            Box = ink.Ink,
            GlyphHeight = ink.Ink.Height,
            HeightShare = share,
            FirstSeen = timeline.First,
            LastSeen = timeline.Last,
            Shown = timeline.Shown,
            Position = Placement.Of(ink.Ink, _picture.Width, _picture.Height),
            Moves = moves,
            Confidence = text.Confidence,
            Frame = clearest.Seen.From,
            Conformance = Visible.Conformance.Of(match, timeline, frames, Legibility.Of(clearest, shown), share, options),
        };
    }
}
