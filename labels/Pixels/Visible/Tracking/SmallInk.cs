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

    /// <summary>Likeness from which no better place is searched.</summary>
    private const double Certain = 0.6;

    private readonly ReadLine _line;
    private readonly double _scale;
    private readonly Plane _ink;
    private readonly int _reach;
    private readonly Polarity _polarity;
    private readonly double _sum;
    private readonly double _spread;

    // Where the last picture had it: the next one most likely has it there too.
    private (int X, int Y) _found;

    /// <param name="scale">Samples of small pictures for each pixel of sampled ones.</param>
    public SmallInk(ReadLine line, double scale)
    {
        (_line, _scale) = (line, scale);
        var inner = line.Look.Strokes.Crop(line.Look.Inner);
        _ink = inner.Reduced(Math.Max(1, (int)(1 / scale)))
            .Scaled(Math.Max(2, (int)Math.Round(inner.Width * scale)), Math.Max(2, (int)Math.Round(inner.Height * scale)));
        _reach = line.Moves ? Math.Max(2, (int)(Moving * _ink.Height)) : Still;
        _polarity = line.Look.Polarity;
        (_sum, var squares) = (0.0, 0.0);
        foreach (var sample in _ink.Samples)
        {
            (_sum, squares) = (_sum + sample, squares + (sample * sample));
        }

        _spread = squares - (_sum * _sum / _ink.Samples.Length);
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
        return _line.Look.View == InkView.Luma || strokes.Likeness >= Certain
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

    /// <summary>Returns the measure at the most similar place within reach; first near the place of the last picture.</summary>
    private InkMeasure Best(Plane strokes, (int X, int Y) place, Box around)
    {
        var expected = (X: place.X - around.X, Y: place.Y - around.Y);
        var last = _found;
        for (var reach = 0; reach <= Still; reach++)
        {
            var near = Search(strokes, expected, last, reach);
            if (near.Likeness >= Certain)
            {
                return near;
            }
        }

        return Search(strokes, expected, (0, 0), _reach);
    }

    /// <summary>Measures at all offsets around one from the expected place.</summary>
    private InkMeasure Search(Plane strokes, (int X, int Y) expected, (int X, int Y) offset, int reach)
    {
        var best = default(InkMeasure);
        for (var y = Math.Max(offset.Y - reach, -_reach); y <= Math.Min(offset.Y + reach, _reach); y++)
        {
            for (var x = Math.Max(offset.X - reach, -_reach); x <= Math.Min(offset.X + reach, _reach); x++)
            {
                var (left, top) = (expected.X + x, expected.Y + y);
                if (left >= 0 && top >= 0 && left + _ink.Width <= strokes.Width && top + _ink.Height <= strokes.Height
                    && Measure(strokes, left, top) is var measured && measured.Likeness > best.Likeness)
                {
                    (best, _found) = (measured, (x, y));
                }
            }
        }

        return best;
    }

    private InkMeasure Measure(Plane strokes, int left, int top)
    {
        long sum = 0, squares = 0, products = 0;
        for (var y = 0; y < _ink.Height; y++)
        {
            var row = VectorOps.Sums(strokes.Row(top + y).Slice(left, _ink.Width), _ink.Row(y));
            (sum, squares, products) = (sum + row.Sum, squares + row.Squares, products + row.Products);
        }

        double count = _ink.Samples.Length;
        var shared = products - (sum * _sum / count);
        var spread = squares - (sum * (double)sum / count);
        return spread <= 0 || _spread <= 0 ? default : new(shared / Math.Sqrt(spread * _spread), shared / _spread);
    }

    /// <returns>The expected place of the ink, in small samples; null if it has left the picture.</returns>
    private (int X, int Y)? Place(TimeSpan time)
    {
        var ink = _line.Look.Ink;
        if (_line.Moves)
        {
            var (x, y) = Shift(time);
            ink = ink.Shifted(x, y);
        }

        return ink.X < 0 || ink.Y < 0 ? null : ((int)Math.Round(ink.X * _scale), (int)Math.Round(ink.Y * _scale));
    }

    /// <summary>
    /// Returns the way from the detection that was read to the place between the detections before and after; before the first and after
    /// the last as fast as between the two nearest.
    /// </summary>
    private (int X, int Y) Shift(TimeSpan time)
    {
        var path = _line.Path;
        var next = Math.Clamp(path.Count(detection => detection.From < time), 1, path.Count - 1);
        var (before, after) = (path[next - 1], path[next]);
        var step = (after.From - before.From).TotalSeconds;
        var share = step > 0 ? (time - before.From).TotalSeconds / step : 0;
        return (
            (int)Math.Round(before.Box.X + ((after.Box.X - before.Box.X) * share) - _line.Seen.Box.X),
            (int)Math.Round(before.Box.Y + ((after.Box.Y - before.Box.Y) * share) - _line.Seen.Box.Y));
    }
}
