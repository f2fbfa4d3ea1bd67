using System.Numerics;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>What is brighter than its surroundings and thinner than a square: strokes of letters stay, areas and slopes go.</summary>
internal static class TopHat
{
    /// <param name="radius">Half the side of the square, in samples.</param>
    public static Plane Of(Plane plane, int radius)
    {
        var opened = Slide(Slide(plane, radius, Vector.Min, Math.Min, byte.MaxValue), radius, Vector.Max, Math.Max, byte.MinValue);
        var strokes = new byte[plane.Samples.Length];
        Lanes.Fold(plane.Samples, opened.Samples, strokes, Vector.Subtract, static (sample, ground) => (byte)(sample - ground));
        return new(plane.Width, plane.Height, strokes);
    }

    /// <summary>The extreme of the square around each sample; <paramref name="outside"/> is what never wins.</summary>
    private static Plane Slide(Plane plane, int radius, Func<Vector<byte>, Vector<byte>, Vector<byte>> many, Func<byte, byte, byte> one, byte outside)
    {
        var (width, height) = (plane.Width, plane.Height);
        var across = new byte[width * height];
        var padded = new byte[width + (2 * radius)];
        padded.AsSpan().Fill(outside);
        for (var y = 0; y < height; y++)
        {
            plane.Row(y).CopyTo(padded.AsSpan(radius));
            var row = across.AsSpan(y * width, width);
            padded.AsSpan(0, width).CopyTo(row);
            for (var shift = 1; shift <= 2 * radius; shift++)
            {
                Lanes.Fold(row, padded.AsSpan(shift, width), row, many, one);
            }
        }

        var both = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var row = both.AsSpan(y * width, width);
            row.Fill(outside);
            for (var line = Math.Max(0, y - radius); line <= Math.Min(height - 1, y + radius); line++)
            {
                Lanes.Fold(row, across.AsSpan(line * width, width), row, many, one);
            }
        }

        return new(width, height, both);
    }
}
