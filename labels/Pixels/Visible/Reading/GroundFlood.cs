using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Finds the samples at or above a level that are connected to the border.</summary>
internal static class GroundFlood
{
    /// <returns>Indexes of the samples.</returns>
    public static IEnumerable<int> Of(Plane plane, int level)
    {
        var open = new Stack<int>(Border(plane));
        var seen = new bool[plane.Samples.Length];
        while (open.TryPop(out var at))
        {
            if (seen[at] || plane.Samples[at] < level)
            {
                continue;
            }

            seen[at] = true;
            yield return at;
            foreach (var next in Neighbours(plane, at))
            {
                open.Push(next);
            }
        }
    }

    private static IEnumerable<int> Border(Plane plane)
    {
        for (var x = 0; x < plane.Width; x++)
        {
            yield return x;
            yield return ((plane.Height - 1) * plane.Width) + x;
        }

        for (var y = 0; y < plane.Height; y++)
        {
            yield return y * plane.Width;
            yield return (y * plane.Width) + plane.Width - 1;
        }
    }

    private static IEnumerable<int> Neighbours(Plane plane, int at)
    {
        var x = at % plane.Width;
        if (x > 0)
        {
            yield return at - 1;
        }

        if (x < plane.Width - 1)
        {
            yield return at + 1;
        }

        if (at >= plane.Width)
        {
            yield return at - plane.Width;
        }

        if (at < plane.Samples.Length - plane.Width)
        {
            yield return at + plane.Width;
        }
    }
}
