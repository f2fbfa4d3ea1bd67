using System.Buffers;
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

    /// <summary>Clarity from which the ink is not searched by its colour.</summary>
    private const double Clear = 0.8;

    /// <summary>Likeness of a reading that matches the same wording with other letters.</summary>
    private const double Misread = 0.95;

    /// <summary>Maximum height of ink as a multiple of the height of the line in which it was read.</summary>
    private const double MaxGrowth = 1.15;

    /// <summary>Likeness of ink that is higher.</summary>
    private const double Misfit = 0.9;

    private static readonly SearchValues<char> Descending = SearchValues.Create("gjpqy");

    private static readonly TimeSpan MaxStep = TimeSpan.FromSeconds(0.5);

    /// <summary>Finds the ink of a line, bright or dark, or of another colour where brightness does not tell it from its ground.</summary>
    public Task<ReadLine> FindAsync(JudgedLine label, IReadOnlyList<Picture> pictures, CancellationToken cancellation) =>
        FindAsync(label, new(Around(label, pictures), InkOf(label.Line.Box), Polarity.Bright), pictures, cancellation);

    /// <param name="seen">The line in pictures that can be overlaid.</param>
    public async Task<ReadLine> FindAsync(
        JudgedLine label, TextDetection seen, IReadOnlyList<Picture> pictures, CancellationToken cancellation)
    {
        var lines = new List<ReadLine>();
        foreach (var view in (InkView?[])[null, InkView.Red, InkView.Blue])
        {
            if (view is not null && lines.Exists(static line => line.Clarity >= Clear))
            {
                break;
            }

            foreach (var polarity in Enum.GetValues<Polarity>())
            {
                if (Crop(seen with { Polarity = polarity }, label.Line.Box, view) is var (detection, ink))
                {
                    lines.Add(await ReadAsync(label, detection, ink, view, pictures, cancellation));
                }
            }
        }

        return ReadLine.Clearest(lines);
    }

    /// <summary>Returns a crop of the ink; if it fills the box, which may cut it, a crop of the whole line.</summary>
    /// <returns>Null if a colour shows no line.</returns>
    private static (TextDetection Detection, TextLineCrop Ink)? Crop(TextDetection detection, Box line, InkView? view)
    {
        var ink = TextLineCrop.Of(detection, view);
        if (ink is not null && ink.Ink.Height != detection.Box.Height)
        {
            return (detection, ink);
        }

        var whole = detection with { Box = line };
        return TextLineCrop.Of(whole, view) is { } wider ? (whole, wider)
            : view is null ? (detection, ink ?? TextLineCrop.Whole(detection))
            : ink is null ? null
            : (detection, ink);
    }

    public static Box InkOf(Box line)
    {
        var by = (int)Math.Round(Math.Min(line.Width, line.Height) * Margin);
        return line.Width > 4 * by && line.Height > 4 * by
            ? Box.Between(line.X + by, line.Y + by, line.Right - by, line.Bottom - by)
            : line;
    }

    /// <summary>Returns the line as measured in the form whose text is most like what was read.</summary>
    private async Task<ReadLine> ReadAsync(
        JudgedLine label, TextDetection detection, TextLineCrop ink, InkView? view, IReadOnlyList<Picture> pictures,
        CancellationToken cancellation)
    {
        var lasting = detection.Shifts is null ? Lasting(detection, ink, pictures) : detection;
        var forms = ReferenceEquals(lasting, detection) || TextLineCrop.Of(lasting, view) is not { } crop
            ? new LineForms(ink, ink, detection)
            : new LineForms(ink, crop, lasting);
        var read = new List<ReadLine>();
        foreach (var form in forms.All)
        {
            var text = await TextRecognizer.ReadAsync(form.Shown, cancellation);
            var whole = label.Line.Text.AsSpan().ContainsAny(Descending) ? form.Ink.WithDescenders() : form.Ink;
            var fit = whole.Ink.Height <= MaxGrowth * label.Line.Box.Height ? 1 : Misfit;
            read.Add(new(detection, ink, whole, label.Line.Read, label.Match!, Likeness(label, text.Text) * text.Confidence * fit));
        }

        return read.Exists(static form => form.Clarity > 0)
            ? ReadLine.Clearest(read)
            : new(detection, ink, ink, label.Line.Read, label.Match!, 0);
    }

    private double Likeness(JudgedLine label, string read)
    {
        var (one, two) = (FoldedText.Of(label.Line.Text), FoldedText.Of(read));
        if (one == two)
        {
            return 1;
        }

        // A letter that reads as another one, such as v for y, lacks a part.
        return matcher.Match(read)?.Phrase == label.Match!.Phrase ? Misread
            : one.Length == 0 || two.Length == 0
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
        return shown.Count >= Overlaid ? detection with { Pictures = shown.Count >= Overlaid + 2 ? shown[1..^1] : shown } : detection;
    }
}
