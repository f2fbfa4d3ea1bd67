using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>
/// The colour of opaque letters: the same in every picture and over any ground, which separates them where their edges do not.
/// </summary>
/// <param name="Near">Median distance of the ink from it.</param>
/// <param name="Far">Distance of most of the ground from it.</param>
internal sealed record InkColour(int Luma, int Weakest, int Strongest, int Near, int Far)
{
    /// <summary>Weight of colour, which has half the resolution of luma and is less exact at the edges of letters.</summary>
    private const double ColourWeight = 0.6;

    private const int SureInk = 200;

    /// <summary>Minimum distance at which ink and ground are separable.</summary>
    private const int LeastDistance = 12;

    /// <summary>Maximum distance required, regardless of the background of the detected part of the line.</summary>
    private const int MostDistance = 64;

    /// <param name="parts">The region in every picture that shows the line.</param>
    /// <param name="strokes">The assumed ink, 0 to 255.</param>
    /// <param name="line">Position of the text in the region.</param>
    public static InkColour Of(IReadOnlyList<Primaries> parts, Plane strokes, Box line)
    {
        var ink = Places(strokes, line, SureInk, byte.MaxValue + 1);
        var ground = Places(strokes, line, 0, TextLineCrop.InkThreshold / 2);
        var colour = new InkColour(
            Median(parts.Select(static part => part.Luma), ink), Median(parts.Select(static part => part.Weakest), ink),
            Median(parts.Select(static part => part.Strongest), ink), 0, 0);
        var distance = colour.Distance(parts);
        var near = Quantile([distance], ink, 0.5);
        return colour with { Near = near, Far = near + Math.Clamp(Quantile([distance], ground, 0.3) - near, LeastDistance, MostDistance) };
    }

    /// <returns>255 where all pictures have the colour of the ink, 0 where one has another.</returns>
    public Plane Strength(IReadOnlyList<Primaries> parts)
    {
        var strength = Distance(parts);
        var strengths = Table(distance => (Far - distance) * byte.MaxValue / (Far - Near));
        foreach (ref var sample in strength.Samples.AsSpan())
        {
            sample = strengths[sample];
        }

        return strength;
    }

    private Plane Distance(IReadOnlyList<Primaries> parts)
    {
        var distance = new byte[parts[0].Luma.Samples.Length];
        foreach (var part in parts)
        {
            Farther(distance, part.Luma, Luma, 1);
            Farther(distance, part.Weakest, Weakest, ColourWeight);
            Farther(distance, part.Strongest, Strongest, ColourWeight);
        }

        return parts[0].Luma with { Samples = distance };
    }

    private static void Farther(byte[] distance, Plane plane, int own, double weight)
    {
        var distances = Table(sample => Math.Abs(sample - own) * weight);
        for (var i = 0; i < distance.Length; i++)
        {
            distance[i] = Math.Max(distance[i], distances[plane.Samples[i]]);
        }
    }

    private static byte[] Table(Func<int, double> of) =>
        [.. Enumerable.Range(0, 256).Select(sample => (byte)Math.Clamp(of(sample), 0, byte.MaxValue))];

    /// <summary>Returns the samples of the line between two strengths.</summary>
    private static List<int> Places(Plane strokes, Box line, int from, int to)
    {
        var places = new List<int>();
        for (var y = line.Y; y < line.Bottom; y++)
        {
            for (var at = (y * strokes.Width) + line.X; at < (y * strokes.Width) + line.Right; at++)
            {
                if (strokes.Samples[at] >= from && strokes.Samples[at] < to)
                {
                    places.Add(at);
                }
            }
        }

        return places;
    }

    private static int Median(IEnumerable<Plane> planes, List<int> places) => Quantile(planes, places, 0.5);

    private static int Quantile(IEnumerable<Plane> planes, List<int> places, double share)
    {
        var histogram = new Histogram(256);
        foreach (var plane in planes)
        {
            foreach (var at in places)
            {
                histogram.Add(plane.Samples[at]);
            }
        }

        return histogram.Quantile(share);
    }
}
