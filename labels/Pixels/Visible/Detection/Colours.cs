using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>
/// The luma of a picture, and the distance of its primary colours from it. White letters on yellow are hardly brighter, but their blue is.
/// </summary>
/// <param name="Below">How far the weakest of red, green and blue is below the luma; half width and height.</param>
/// <param name="Above">How far the strongest is above it; half width and height.</param>
internal sealed record Colours(Plane Luma, Plane Below, Plane Above)
{
    public static Colours Of(Frame frame)
    {
        var (below, above) = Distances(frame, new(0, 0, frame.Width / 2, frame.Height / 2));
        return new(new(frame.Width, frame.Height, frame.Luma.ToArray()), below, above);
    }

    /// <summary>Returns a part of a frame at full size.</summary>
    public static Primaries Of(Frame frame, Box part)
    {
        var luma = new byte[part.Width * part.Height];
        for (var y = 0; y < part.Height; y++)
        {
            frame.Luma.Span.Slice(((part.Y + y) * frame.Width) + part.X, part.Width).CopyTo(luma.AsSpan(y * part.Width));
        }

        var half = Box.Between(part.X / 2, part.Y / 2, (part.Right + 1) / 2, (part.Bottom + 1) / 2);
        var (below, above) = Distances(frame, half);
        var inner = part.Shifted(-2 * half.X, -2 * half.Y);
        return Primaries.Of(new(part.Width, part.Height, luma), Doubled(below, inner), Doubled(above, inner));
    }

    /// <param name="half">A part of the frame, in samples of its colours.</param>
    private static (Plane Below, Plane Above) Distances(Frame frame, Box half)
    {
        var (below, above) = (new byte[half.Width * half.Height], new byte[half.Width * half.Height]);
        for (var y = 0; y < half.Height; y++)
        {
            var row = ((half.Y + y) * (frame.Width / 2)) + half.X;
            var cb = frame.Cb.Span.Slice(row, half.Width);
            var cr = frame.Cr.Span.Slice(row, half.Width);
            for (var x = 0; x < half.Width; x++)
            {
                // BT.601 in 256ths.
                var (blue, red) = (cb[x] - 128, cr[x] - 128);
                var (r, g, b) = (359 * red, (-88 * blue) - (183 * red), 454 * blue);
                below[(y * half.Width) + x] = (byte)Math.Clamp(-Math.Min(r, Math.Min(g, b)) >> 8, 0, byte.MaxValue);
                above[(y * half.Width) + x] = (byte)Math.Clamp(Math.Max(r, Math.Max(g, b)) >> 8, 0, byte.MaxValue);
            }
        }

        return (new(half.Width, half.Height, below), new(half.Width, half.Height, above));
    }

    private Primaries Crop(Box box) => Primaries.Of(Luma.Crop(box), Doubled(Below, box), Doubled(Above, box));

    public Primaries Reduced(int factor) => factor % 2 == 0
        ? Primaries.Of(Luma.Reduced(factor), Below.Reduced(factor / 2), Above.Reduced(factor / 2))
        : Crop(new(0, 0, Luma.Width, Luma.Height)).Reduced(factor);

    private static Plane Doubled(Plane half, Box box)
    {
        var samples = new byte[box.Width * box.Height];
        for (var y = 0; y < box.Height; y++)
        {
            var from = half.Row((box.Y + y) / 2);
            var to = samples.AsSpan(y * box.Width, box.Width);
            for (var x = 0; x < to.Length; x++)
            {
                to[x] = from[(box.X + x) / 2];
            }
        }

        return new(box.Width, box.Height, samples);
    }
}

/// <summary>Luma, weakest and strongest primary colour of a part of a picture, all of one size.</summary>
internal sealed record Primaries(Plane Luma, Plane Weakest, Plane Strongest)
{
    public static Primaries Of(Plane luma, Plane below, Plane above)
    {
        var (weakest, strongest) = (new byte[luma.Samples.Length], new byte[luma.Samples.Length]);
        VectorOps.Fold<SubtractSaturate>(luma.Samples, below.Samples, weakest);
        VectorOps.Fold<AddSaturate>(luma.Samples, above.Samples, strongest);
        return new(luma, luma with { Samples = weakest }, luma with { Samples = strongest });
    }

    public Primaries Reduced(int factor) => new(Luma.Reduced(factor), Weakest.Reduced(factor), Strongest.Reduced(factor));

    public Primaries Shifted(int across) =>
        across == 0 ? this : new(Luma.Shifted(across), Weakest.Shifted(across), Strongest.Shifted(across));

    /// <summary>
    /// Combines several pictures into planes of still text, bright on dark, one by luma and one by colour: for bright text the darkest of
    /// the samples, for dark text the brightest, inverted.
    /// </summary>
    public static IReadOnlyList<Plane> Overlay(IReadOnlyList<Primaries> parts, Polarity polarity) => polarity == Polarity.Bright
        ? [Plane.Darkest([.. parts.Select(static part => part.Luma)]), Plane.Darkest([.. parts.Select(static part => part.Weakest)])]
        : [Plane.Brightest([.. parts.Select(static part => part.Luma)]).Inverted(),
            Plane.Brightest([.. parts.Select(static part => part.Strongest)]).Inverted()];
}
