using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Recognition;

/// <summary>For each sample of a scaled frame the probability of text: what the detector returns (differentiable binarization).</summary>
internal sealed class ProbabilityMap(float[] probabilities, int width, int height)
{
    /// <summary>Minimum probability of a sample.</summary>
    private const float Threshold = 0.3f;

    /// <summary>Minimum mean probability of a region.</summary>
    private const double LeastScore = 0.5;

    private const int LeastSide = 3;
    private const int LeastArea = 12;

    /// <summary>
    /// The detector returns the core of each word. Every side grows by this many times its area divided by its circumference.
    /// </summary>
    private const double Growth = 1.6;

    /// <returns>Words, in pixels of a frame of that size.</returns>
    public List<TextRegion> Words(int frameWidth, int frameHeight)
    {
        var (x, y) = ((double)frameWidth / width, (double)frameHeight / height);
        var (words, seen, open) = (new List<TextRegion>(), new bool[probabilities.Length], new Stack<int>());
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (!seen[i] && probabilities[i] > Threshold && Core(i, seen, open) is { } core)
            {
                var by = core.Box.Area * Growth / (2 * (core.Box.Width + core.Box.Height));
                words.Add(new(
                    Box.Between(
                        (int)Math.Max(0, Math.Floor((core.Box.X - by) * x)), (int)Math.Max(0, Math.Floor((core.Box.Y - by) * y)),
                        (int)Math.Min(frameWidth, Math.Ceiling((core.Box.Right + by) * x)),
                        (int)Math.Min(frameHeight, Math.Ceiling((core.Box.Bottom + by) * y))),
                    core.Score));
            }
        }

        return words;
    }

    /// <returns>The samples connected to one, by sides and corners; null if they are too few or too uncertain.</returns>
    private TextRegion? Core(int start, bool[] seen, Stack<int> open)
    {
        var (left, top, right, bottom, area, sum) = (width, height, 0, 0, 0, 0.0);
        seen[start] = true;
        open.Push(start);
        while (open.TryPop(out var at))
        {
            var (x, y) = (at % width, at / width);
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            (area, sum) = (area + 1, sum + probabilities[at]);
            for (var row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
            {
                for (var next = (row * width) + Math.Max(0, x - 1); next <= (row * width) + Math.Min(width - 1, x + 1); next++)
                {
                    if (!seen[next] && probabilities[next] > Threshold)
                    {
                        seen[next] = true;
                        open.Push(next);
                    }
                }
            }
        }

        var box = Box.Between(left, top, right, bottom);
        return Math.Min(box.Width, box.Height) >= LeastSide && area >= LeastArea && sum / area >= LeastScore ? new(box, sum / area) : null;
    }
}
