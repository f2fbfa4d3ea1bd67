using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Recognition;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds the ink of a line that was read, and measures it in the form that reads best.</summary>
internal sealed class LabelPlace(LabelMatcher matcher)
{
    /// <summary>Margin of a read line around its ink, as a share of its height.</summary>
    private const double Margin = 0.1;

    /// <summary>Maximum number of overlaid pictures.</summary>
    private const int Overlaid = 4;

    /// <summary>Minimum likeness of the pixels of a line in the picture before or after.</summary>
    private const double Alike = 0.8;

    /// <summary>Likeness of a reading of the ink from which no other form of it is tried.</summary>
    private const double Readable = 0.95;

    private static readonly TimeSpan MaxStep = TimeSpan.FromSeconds(0.5);

    /// <summary>Finds the ink of a line, bright or dark.</summary>
    public async Task<ReadLine> FindAsync(JudgedLine label, IReadOnlyList<Picture> pictures, CancellationToken cancellation)
    {
        var on = Around(label, pictures);
        var box = InkOf(label.Line.Box);
        var lines = new List<ReadLine>();
        foreach (var (detection, ink) in Enum.GetValues<Polarity>().Select(polarity => Crop(new(on, box, polarity, 1), label.Line.Box)))
        {
            lines.Add(await ReadAsync(label, detection, ink, pictures, cancellation));
        }

        return ReadLine.Clearest(lines);
    }

    /// <summary>Returns a crop of the ink; if it fills the box, which may cut it, a crop of the whole line.</summary>
    private static (TextDetection Detection, TextLineCrop Ink) Crop(TextDetection detection, Box line)
    {
        var ink = TextLineCrop.Of(detection);
        if (ink is not null && ink.Ink.Height != detection.Box.Height)
        {
            return (detection, ink);
        }

        var whole = detection with { Box = line };
        return TextLineCrop.Of(whole) is { } wider ? (whole, wider) : (detection, ink ?? TextLineCrop.Whole(detection));
    }

    public static Box InkOf(Box line)
    {
        var by = (int)Math.Round(Math.Min(line.Width, line.Height) * Margin);
        return line.Width > 4 * by && line.Height > 4 * by
            ? Box.Between(line.X + by, line.Y + by, line.Right - by, line.Bottom - by)
            : line;
    }

    /// <summary>Returns the line as measured in the form whose text is most like what was read.</summary>
    public async Task<ReadLine> ReadAsync(
        JudgedLine label, TextDetection detection, TextLineCrop ink, IReadOnlyList<Picture> pictures, CancellationToken cancellation)
    {
        var lasting = Lasting(detection, ink, pictures);
        var forms = ReferenceEquals(lasting, detection) || TextLineCrop.Of(lasting) is not { } crop
            ? new LineForms(ink, ink, detection)
            : new LineForms(ink, crop, lasting);
        var read = new List<(TextLineCrop Ink, double Likeness)>();
        foreach (var form in forms.All)
        {
            var text = await TextRecognizer.ReadAsync(form.Shown, cancellation);
            read.Add((form.Ink, Likeness(label, text.Text) * text.Confidence));
            if (read[^1].Likeness >= Readable && !forms.AreOutlined)
            {
                break;
            }
        }

        // Outlines read as well as the letters inside them, and are higher.
        var likeness = read.Max(static form => form.Likeness);
        var best = likeness == 0
            ? ink
            : read.Where(form => form.Likeness >= Readable * likeness).MinBy(static form => form.Ink.Ink.Height).Ink;
        // How clearly it is read ranks it among other readings of the same label.
        var seen = detection with { Threshold = Math.Max(1, (int)(100 * likeness)) };
        return new(
            new([seen], Moves: false), seen, ink, best, label.Line.Read, label.Match!);
    }

    private double Likeness(JudgedLine label, string read)
    {
        if (matcher.Match(read)?.Phrase == label.Match!.Phrase)
        {
            return 1;
        }

        var (one, two) = (FoldedText.Of(label.Line.Text), FoldedText.Of(read));
        return one.Length == 0 || two.Length == 0
            ? 0
            : Math.Min(ApproximateSearch.Likeness(one, two), ApproximateSearch.Likeness(two, one));
    }

    /// <summary>Returns the picture of a line with those before and after it that show the same pixels.</summary>
    private static List<Picture> Around(JudgedLine label, IReadOnlyList<Picture> pictures)
    {
        var at = pictures.Index().First(picture => picture.Item.Time == label.Line.Time).Index;
        var (first, last) = (at, at);
        while (last - first + 1 < Overlaid && last + 1 < pictures.Count && Continues(label, pictures[last], pictures[last + 1]))
        {
            last++;
        }

        while (last - first + 1 < Overlaid && first > 0 && Continues(label, pictures[first - 1], pictures[first]))
        {
            first--;
        }

        return [.. pictures.Skip(first).Take(last - first + 1)];
    }

    private static bool Continues(JudgedLine label, Picture picture, Picture next) =>
        next.Time - picture.Time <= MaxStep
        && label.Line.LikenessIn(picture.Frame) > Alike && label.Line.LikenessIn(next.Frame) > Alike;

    /// <summary>
    /// Returns the detection over all pictures that show the ink, but those at the ends, which may show it partly: the longer the time that
    /// is overlaid, the less remains of motion behind it.
    /// </summary>
    private static TextDetection Lasting(TextDetection detection, TextLineCrop ink, IReadOnlyList<Picture> pictures)
    {
        var shown = pictures.Where(picture => ink.LikenessIn(picture) >= InkLikeness.Same).ToList();
        return shown.Count >= Overlaid ? detection.Over(shown.Count >= Overlaid + 2 ? shown[1..^1] : shown) : detection;
    }
}
