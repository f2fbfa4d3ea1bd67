namespace AiLabels.Pixels;

/// <summary>What .NET 9 added to LINQ, for .NET 8.</summary>
internal static class IndexExtensions
{
    public static IEnumerable<(int Index, T Item)> Index<T>(this IEnumerable<T> items) =>
        items.Select(static (item, index) => (index, item));
}
