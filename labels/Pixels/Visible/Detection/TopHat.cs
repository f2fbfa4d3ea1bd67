namespace AiLabels.Pixels.Visible.Detection;

/// <summary>What is brighter than its surroundings and thinner than a square: strokes of letters stay, areas and slopes go.</summary>
internal static class TopHat
{
    /// <param name="radius">Half the side of the square, in samples.</param>
    public static Plane Of(Plane plane, int radius)
    {
        var opened = Slide<Brighter>(Slide<Darker>(plane, radius, byte.MaxValue), radius, byte.MinValue);
        VectorOps.Fold<SubtractSaturate>(plane.Samples, opened.Samples, opened.Samples);
        return opened;
    }

    /// <summary>The extreme of the square around each sample; <paramref name="outside"/> is what never wins.</summary>
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

    /// <summary>
    /// Puts in the place of each sample the extreme of so many that follow it: of two, of the four that two such pairs make, and so on.
    /// </summary>
    /// <param name="stride">From one of them to the next.</param>
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
