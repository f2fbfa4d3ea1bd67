using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>The ink of a line, searched in small pictures.</summary>
internal sealed class SmallInk
{
    /// <summary>Maximum distance from the expected place of a still line, in small samples: rounding.</summary>
    private const int Still = 1;

    /// <summary>Distance for a moving one, as a share of its height: its place is known only where it was detected.</summary>
    private const double Moving = 0.6;

    private readonly ReadLine _line;
    private readonly double _scale;
    private readonly Plane _ink;
    private readonly int _reach;
    private readonly Polarity _polarity;

    /// <param name="scale">Samples of small pictures for each pixel of sampled ones.</param>
    public SmallInk(ReadLine line, double scale)
    {
        (_line, _scale) = (line, scale);
        var inner = line.Look.Strokes.Crop(line.Look.Inner);
        _ink = inner.Reduced(Math.Max(1, (int)(1 / scale)))
            .Scaled(Math.Max(2, (int)Math.Round(inner.Width * scale)), Math.Max(2, (int)Math.Round(inner.Height * scale)));
        _reach = line.Candidate.Moves ? Math.Max(2, (int)(Moving * _ink.Height)) : Still;
        _polarity = line.Look.Polarity;
    }

    public InkMeasure In(SmallFrame frame)
    {
        if (Place(frame.Time) is not { } place)
        {
            return default;
        }

        var radius = TextLineCrop.RadiusOf(_ink.Height);
        var around = Box.Between(place.X, place.Y, place.X + _ink.Width, place.Y + _ink.Height)
            .Grown(_reach + (2 * radius), frame.Width, frame.Height);
        if (around.Width < _ink.Width || around.Height < _ink.Height)
        {
            return default;
        }

        var part = Crop(frame, around);
        var strokes = Best(TopHat.Of(_polarity == Polarity.Bright ? part : part.Inverted(), radius), place, around);
        // Letters that are brighter by colour may be darker by luma.
        return _line.Look.View == 0
            ? strokes
            : Stronger(strokes, Best(TopHat.Of(_polarity == Polarity.Bright ? part.Inverted() : part, radius), place, around));
    }

    private static InkMeasure Stronger(InkMeasure one, InkMeasure other) => one.Likeness >= other.Likeness ? one : other;

    private static Plane Crop(SmallFrame frame, Box box)
    {
        var samples = new byte[box.Width * box.Height];
        for (var y = 0; y < box.Height; y++)
        {
            frame.Luma.Span.Slice(((box.Y + y) * frame.Width) + box.X, box.Width).CopyTo(samples.AsSpan(y * box.Width));
        }

        return new(box.Width, box.Height, samples);
    }

    /// <summary>Returns the measure at the most similar place within reach.</summary>
    private InkMeasure Best(Plane strokes, (int X, int Y) place, Box around)
    {
        var best = default(InkMeasure);
        for (var y = place.Y - _reach; y <= place.Y + _reach; y++)
        {
            for (var x = place.X - _reach; x <= place.X + _reach; x++)
            {
                var (left, top) = (x - around.X, y - around.Y);
                if (left >= 0 && top >= 0 && left + _ink.Width <= strokes.Width && top + _ink.Height <= strokes.Height)
                {
                    best = Stronger(best, Measure(strokes, left, top));
                }
            }
        }

        return best;
    }

    private InkMeasure Measure(Plane strokes, int left, int top)
    {
        long sum = 0, squares = 0, ink = 0, inkSquares = 0, products = 0;
        for (var y = 0; y < _ink.Height; y++)
        {
            var row = strokes.Row(top + y).Slice(left, _ink.Width);
            var wanted = _ink.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                int sample = row[x], of = wanted[x];
                sum += sample;
                squares += sample * sample;
                ink += of;
                inkSquares += of * of;
                products += sample * of;
            }
        }

        double count = _ink.Samples.Length;
        var shared = products - (sum * (double)ink / count);
        var (spread, inkSpread) = (squares - (sum * (double)sum / count), inkSquares - (ink * (double)ink / count));
        return spread <= 0 || inkSpread <= 0 ? default : new(shared / Math.Sqrt(spread * inkSpread), shared / inkSpread);
    }

    /// <returns>The expected place of the ink, in small samples; null if it has left the picture.</returns>
    private (int X, int Y)? Place(TimeSpan time)
    {
        var ink = _line.Look.Ink;
        if (_line.Candidate.Moves)
        {
            var (x, y) = Shift(time);
            ink = ink.Shifted(x, y);
        }
        else
        {
            ink = _line.Look.Motion.At(time, ink);
        }

        return ink.X < 0 || ink.Y < 0 ? null : ((int)Math.Round(ink.X * _scale), (int)Math.Round(ink.Y * _scale));
    }

    /// <summary>Returns the way from the detection that was read to the place between the detections before and after.</summary>
    private (int X, int Y) Shift(TimeSpan time)
    {
        var detections = _line.Candidate.Detections;
        var after = detections.FirstOrDefault(detection => detection.From >= time) ?? detections[^1];
        var before = detections.LastOrDefault(detection => detection.From <= time) ?? detections[0];
        var step = (after.From - before.From).TotalSeconds;
        var share = step > 0 ? Math.Clamp((time - before.From).TotalSeconds / step, 0, 1) : 0;
        return (
            (int)Math.Round(before.Box.X + ((after.Box.X - before.Box.X) * share) - _line.Seen.Box.X),
            (int)Math.Round(before.Box.Y + ((after.Box.Y - before.Box.Y) * share) - _line.Seen.Box.Y));
    }
}
