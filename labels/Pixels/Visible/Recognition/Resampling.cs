namespace AiLabels.Pixels.Visible.Recognition;

/// <summary>
/// Scales a part of a plane: each sample is the mean of what it covers, or lies between its neighbours if it covers less.
/// </summary>
internal static class Resampling
{
    /// <summary>Maximum number of samples for one at which the nearest ones suffice.</summary>
    private const float NearlyOne = 1.2f;

    /// <param name="samples">The plane, row by row.</param>
    /// <param name="part">The part, in samples of the plane; may be fractional.</param>
    public static float[] Of(ReadOnlySpan<byte> samples, (int Width, int Height) size, Part part, int width, int height)
    {
        var (across, down) = (Weights.Of(part.X, part.Width, size.Width, width), Weights.Of(part.Y, part.Height, size.Height, height));
        var (first, last) = (down[0].First, down[^1].First + down[^1].Share.Length);
        var rows = new float[(last - first) * width];
        for (var y = first; y < last; y++)
        {
            var row = samples.Slice(y * size.Width, size.Width);
            for (var x = 0; x < width; x++)
            {
                var sum = 0f;
                var (from, shares) = across[x];
                for (var i = 0; i < shares.Length; i++)
                {
                    sum += row[from + i] * shares[i];
                }

                rows[((y - first) * width) + x] = sum;
            }
        }

        return Columns(rows, first, down, width);
    }

    private static float[] Columns(float[] rows, int first, Weights[] down, int width)
    {
        var scaled = new float[down.Length * width];
        for (var y = 0; y < down.Length; y++)
        {
            var to = scaled.AsSpan(y * width, width);
            for (var i = 0; i < down[y].Share.Length; i++)
            {
                var from = rows.AsSpan((down[y].First + i - first) * width, width);
                var share = down[y].Share[i];
                for (var x = 0; x < width; x++)
                {
                    to[x] += from[x] * share;
                }
            }
        }

        return scaled;
    }

    /// <summary>A part of a plane.</summary>
    public readonly record struct Part(float X, float Y, float Width, float Height)
    {
        public Part Half => new(X / 2, Y / 2, Width / 2, Height / 2);
    }

    /// <summary>The samples that one scaled sample is made of, and the share of each.</summary>
    private readonly record struct Weights(int First, float[] Share)
    {
        public static Weights[] Of(float start, float length, int available, int count)
        {
            var step = length / count;
            return [.. Enumerable.Range(0, count).Select(i => step <= NearlyOne
                ? Between(start + ((i + 0.5f) * step) - 0.5f, available)
                : Covered(start + (i * step), step, available))];
        }

        private static Weights Between(float centre, int available)
        {
            var inside = Math.Clamp(centre, 0, available - 1);
            var first = Math.Min((int)inside, Math.Max(0, available - 2));
            return available == 1 ? new(0, [1]) : new(first, [1 - (inside - first), inside - first]);
        }

        private static Weights Covered(float from, float length, int available)
        {
            var (start, end) = (Math.Clamp(from, 0, available - 1), Math.Clamp(from + length, 1, available));
            var (first, last) = ((int)start, (int)MathF.Ceiling(Math.Max(end, start + 0.001f)));
            var shares = new float[last - first];
            for (var i = 0; i < shares.Length; i++)
            {
                shares[i] = Math.Min(end, first + i + 1) - Math.Max(start, first + i);
            }

            var sum = shares.Sum();
            return new(first, [.. shares.Select(share => share / sum)]);
        }
    }
}
