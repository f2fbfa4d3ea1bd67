namespace AiLabels.Pixels.Visible.Detection;

/// <summary>
/// Top-hat transform: keeps what is brighter than its surroundings and thinner than a square, such as strokes of letters; removes areas and
/// gradients.
/// </summary>
internal static class TopHat
{
    /// <param name="radius">Half the side of the square, in samples.</param>
    public static Plane Of(Plane plane, int radius)
    {
        var opened = Slide<Brighter>(Slide<Darker>(plane, radius, byte.MaxValue), radius, byte.MinValue);
        VectorOps.Fold<SubtractSaturate>(plane.Samples, opened.Samples, opened.Samples);
        return opened;
    }

    /// <summary>Returns the extreme of the square around each sample; <paramref name="outside"/> is the neutral value.</summary>
    private static Plane Slide<TLane>(Plane plane, int radius, byte outside)
        where TLane : struct, IByteOp
    {
        var (width, height) = (plane.Width, plane.Height);
        var samples = new byte[width * (height + (2 * radius))];
        samples.AsSpan(0, width * radius).Fill(outside);
        samples.AsSpan(width * (height + radius)).Fill(outside);
        var padded = new byte[width + (2 * radius)];
        for (var y = 0; y < height; y++)
        {
            padded.AsSpan().Fill(outside);
            plane.Row(y).CopyTo(padded.AsSpan(radius));
            Widen<TLane>(padded, 1, (2 * radius) + 1);
            padded.AsSpan(0, width).CopyTo(samples.AsSpan((y + radius) * width));
        }

        Widen<TLane>(samples, width, (2 * radius) + 1);
        return new(width, height, samples[..(width * height)]);
    }

    /// <summary>Replaces each sample by the extreme of the next samples: of two, then of the four in two such pairs, and so on.</summary>
    /// <param name="stride">Distance between samples.</param>
    private static void Widen<TLane>(Span<byte> samples, int stride, int count)
        where TLane : struct, IByteOp
    {
        for (var have = 1; have < count;)
        {
            var more = Math.Min(have, count - have);
            VectorOps.Fold<TLane>(samples, samples[(more * stride)..], samples[..^(more * stride)]);
            have += more;
        }
    }
}
