using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>
/// The luma of a part of a picture, its weakest and strongest primary colour, and the differences of colour, all of one size. White
/// letters on yellow are hardly brighter, but their blue is; red ones on grey differ in red alone.
/// </summary>
/// <param name="Red">Difference of red from luma (Cr), as in JPEG.</param>
/// <param name="Blue">Difference of blue from luma (Cb).</param>
internal sealed record Primaries(Plane Luma, Plane Weakest, Plane Strongest, Plane Red, Plane Blue)
{
    public static Primaries Of(Frame frame, Box part)
    {
        var luma = LumaOf(frame, part);
        var half = Box.Between(part.X / 2, part.Y / 2, (part.Right + 1) / 2, (part.Bottom + 1) / 2);
        var (red, blue) = (Crop(frame.Cr, frame.Width / 2, half), Crop(frame.Cb, frame.Width / 2, half));
        var (below, above) = Distances(red, blue);
        var inner = part.Shifted(-2 * half.X, -2 * half.Y);
        var (weakest, strongest) = (new byte[luma.Samples.Length], new byte[luma.Samples.Length]);
        VectorOps.Fold<SubtractSaturate>(luma.Samples, Doubled(below, inner).Samples, weakest);
        VectorOps.Fold<AddSaturate>(luma.Samples, Doubled(above, inner).Samples, strongest);
        return new(
            luma, luma with { Samples = weakest }, luma with { Samples = strongest }, Doubled(red, inner), Doubled(blue, inner));
    }

    /// <summary>
    /// Combines several pictures into a plane of still text, bright on dark: for bright text the darkest of the samples, for dark text the
    /// brightest, inverted.
    /// </summary>
    public static Plane Overlay(IReadOnlyList<Primaries> parts, Polarity polarity, InkView view) => polarity == Polarity.Bright
        ? Plane.Darkest([.. parts.Select(part => part.By(view, part.Weakest))])
        : Plane.Brightest([.. parts.Select(part => part.By(view, part.Strongest))]).Inverted();

    public static Plane LumaOf(Frame frame, Box part) => Crop(frame.Luma, frame.Width, part);

    private Plane By(InkView view, Plane extreme) => view switch
    {
        InkView.Luma => Luma,
        InkView.Primary => extreme,
        InkView.Red => Red,
        _ => Blue,
    };

    private static Plane Crop(ReadOnlyMemory<byte> samples, int width, Box part)
    {
        var crop = new byte[part.Width * part.Height];
        for (var y = 0; y < part.Height; y++)
        {
            samples.Span.Slice(((part.Y + y) * width) + part.X, part.Width).CopyTo(crop.AsSpan(y * part.Width));
        }

        return new(part.Width, part.Height, crop);
    }

    /// <returns>How far the weakest of red, green and blue is below the luma, and the strongest above it.</returns>
    private static (Plane Below, Plane Above) Distances(Plane red, Plane blue)
    {
        var (below, above) = (new byte[red.Samples.Length], new byte[red.Samples.Length]);
        for (var i = 0; i < below.Length; i++)
        {
            // BT.601 in 256ths.
            var (cb, cr) = (blue.Samples[i] - 128, red.Samples[i] - 128);
            var (r, g, b) = (359 * cr, (-88 * cb) - (183 * cr), 454 * cb);
            below[i] = (byte)Math.Clamp(-Math.Min(r, Math.Min(g, b)) >> 8, 0, byte.MaxValue);
            above[i] = (byte)Math.Clamp(Math.Max(r, Math.Max(g, b)) >> 8, 0, byte.MaxValue);
        }

        return (red with { Samples = below }, red with { Samples = above });
    }

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
