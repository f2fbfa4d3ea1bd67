namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Counts of small whole numbers.</summary>
/// <param name="size">Numbers are below it.</param>
internal sealed class Histogram(int size)
{
    private readonly int[] _counts = new int[size];

    public int Count { get; private set; }

    public void Add(int value)
    {
        _counts[value]++;
        Count++;
    }

    /// <summary>Returns the smallest number that the given share of all does not exceed; 0 if empty.</summary>
    public int Quantile(double share)
    {
        var (value, left) = (0, share * Count);
        while (value < size - 1 && (left -= _counts[value]) > 0)
        {
            value++;
        }

        return Count == 0 ? 0 : value;
    }
}
