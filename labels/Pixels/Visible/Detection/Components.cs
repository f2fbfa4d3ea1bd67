using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Connected components (by sides and corners) of the samples at or above a threshold.</summary>
internal static class Components
{
    private readonly record struct Run(int Y, int Left, int Right);

    public static List<Component> Of(Plane plane, int threshold)
    {
        var runs = Runs(plane, threshold);
        var parents = Enumerable.Range(0, runs.Count).ToArray();
        Connect(runs, parents);
        var components = new Component[runs.Count];
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            var box = Box.Between(run.Left, run.Y, run.Right, run.Y + 1);
            var known = components[Root(parents, i)];
            components[Root(parents, i)] = known.Ink > 0 ? new(known.Box.Union(box), known.Ink + box.Width) : new(box, box.Width);
        }

        return [.. components.Where(static component => component.Ink > 0)];
    }

    private static List<Run> Runs(Plane plane, int threshold)
    {
        var runs = new List<Run>();
        for (var y = 0; y < plane.Height; y++)
        {
            var row = plane.Row(y);
            for (var x = 0; x < row.Length;)
            {
                var start = row[x..].IndexOfAnyInRange((byte)threshold, byte.MaxValue);
                if (start < 0)
                {
                    break;
                }

                var length = row[(x + start)..].IndexOfAnyInRange(byte.MinValue, (byte)(threshold - 1));
                var end = length < 0 ? row.Length : x + start + length;
                runs.Add(new(y, x + start, end));
                x = end;
            }
        }

        return runs;
    }

    private static void Connect(List<Run> runs, int[] parents)
    {
        var above = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            while (runs[above].Y < runs[i].Y - 1 || (runs[above].Y == runs[i].Y - 1 && runs[above].Right < runs[i].Left))
            {
                above++;
            }

            for (var j = above; runs[j].Y == runs[i].Y - 1 && runs[j].Left <= runs[i].Right; j++)
            {
                parents[Root(parents, j)] = Root(parents, i);
            }
        }
    }

    private static int Root(int[] parents, int i)
    {
        while (parents[i] != i)
        {
            i = parents[i] = parents[parents[i]];
        }

        return i;
    }
}
