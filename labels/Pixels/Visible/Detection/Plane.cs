using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>One channel of a picture, row by row, 0 to 255.</summary>
internal sealed record Plane(int Width, int Height, byte[] Samples)
{
    public ReadOnlySpan<byte> Row(int y) => Samples.AsSpan(y * Width, Width);

    public Plane Crop(Box box)
    {
        var samples = new byte[box.Width * box.Height];
        for (var y = 0; y < box.Height; y++)
        {
            Row(box.Y + y).Slice(box.X, box.Width).CopyTo(samples.AsSpan(y * box.Width));
        }

        return new(box.Width, box.Height, samples);
    }

    public Plane Inverted()
    {
        var samples = new byte[Samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (byte)~Samples[i];
        }

        return new(Width, Height, samples);
    }

    /// <param name="places">Indexes of samples to set to 0.</param>
    public Plane Without(IEnumerable<int> places)
    {
        var samples = (byte[])Samples.Clone();
        foreach (var at in places)
        {
            samples[at] = 0;
        }

        return this with { Samples = samples };
    }

    /// <summary>Averages blocks of <paramref name="factor"/> × <paramref name="factor"/> samples.</summary>
    public Plane Reduced(int factor)
    {
        if (factor == 1)
        {
            return this;
        }

        var (width, height) = (Width / factor, Height / factor);
        var samples = new byte[width * height];
        var sums = new int[width];
        for (var y = 0; y < height; y++)
        {
            Array.Clear(sums);
            for (var line = y * factor; line < (y + 1) * factor; line++)
            {
                var row = Row(line);
                for (int x = 0, at = 0; x < width; x++)
                {
                    var sum = 0;
                    for (var i = 0; i < factor; i++)
                    {
                        sum += row[at++];
                    }

                    sums[x] += sum;
                }
            }

            for (var x = 0; x < width; x++)
            {
                samples[(y * width) + x] = (byte)(sums[x] / (factor * factor));
            }
        }

        return new(width, height, samples);
    }

    /// <summary>Scales bilinearly; to less than half the size it would lose samples.</summary>
    public Plane Scaled(int width, int height)
    {
        var samples = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                samples[(y * width) + x] = Between(((x + 0.5) * Width / width) - 0.5, ((y + 0.5) * Height / height) - 0.5);
            }
        }

        return new(width, height, samples);
    }

    private byte Between(double x, double y)
    {
        var (left, top) = (Math.Clamp(x, 0, Width - 1), Math.Clamp(y, 0, Height - 1));
        var (column, row) = ((int)left, (int)top);
        var (right, below) = (Math.Min(column + 1, Width - 1), Math.Min(row + 1, Height - 1));
        var upper = Mix(Row(row)[column], Row(row)[right], left - column);
        var lower = Mix(Row(below)[column], Row(below)[right], left - column);
        return (byte)Mix(upper, lower, top - row);
    }

    private static double Mix(double from, double to, double share) => from + ((to - from) * share);

    /// <summary>Returns the darkest sample at each place: bright samples were bright in every picture.</summary>
    public static Plane Darkest(IReadOnlyList<Plane> planes) => Fold<Darker>(planes);

    /// <summary>Returns the brightest sample at each place.</summary>
    public static Plane Brightest(IReadOnlyList<Plane> planes) => Fold<Brighter>(planes);

    private static Plane Fold<TLane>(IReadOnlyList<Plane> planes)
        where TLane : struct, IByteOp
    {
        var samples = (byte[])planes[0].Samples.Clone();
        foreach (var plane in planes.Skip(1))
        {
            VectorOps.Fold<TLane>(samples, plane.Samples, samples);
        }

        return new(planes[0].Width, planes[0].Height, samples);
    }
}
