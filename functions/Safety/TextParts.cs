using System.Globalization;
using System.Text;

namespace VideoGate.Safety;

/// <summary>
/// Splits a text into parts that the service accepts. Parts overlap, so no phrase is lost at a boundary; no character is split.
/// </summary>
internal static class TextParts
{
    /// <summary>Maximum length of one request, in Unicode code points.</summary>
    public const int Limit = 10_000;

    /// <summary>Overlap of adjacent parts: longer than any phrase relevant to a blocklist or the analysis.</summary>
    public const int Overlap = 250;

    public static IEnumerable<string> Split(string text, int limit = Limit, int overlap = Overlap)
    {
        var elements = Elements(text, overlap).ToList();
        for (var first = 0; first < elements.Count;)
        {
            var last = first;
            for (var length = elements[first].Length; last + 1 < elements.Count && length + elements[last + 1].Length <= limit; last++)
            {
                length += elements[last + 1].Length;
            }

            yield return string.Concat(elements.GetRange(first, last - first + 1).Select(element => element.Text));
            first = last + 1 == elements.Count ? elements.Count : Back(elements, last, overlap);
        }
    }

    /// <returns>The first element of the next part.</returns>
    private static int Back(List<Element> elements, int last, int overlap)
    {
        var next = last + 1;
        for (var shared = 0; shared + elements[next - 1].Length <= overlap; next--)
        {
            shared += elements[next - 1].Length;
        }

        return next;
    }

    /// <summary>
    /// Gets the grapheme clusters (UAX 29), or the code points of one longer than an overlap, which no script needs. A lone surrogate
    /// becomes U+FFFD, as it would on the wire.
    /// </summary>
    private static IEnumerable<Element> Elements(string text, int overlap)
    {
        var clusters = StringInfo.GetTextElementEnumerator(text);
        while (clusters.MoveNext())
        {
            Rune[] points = [.. clusters.GetTextElement().EnumerateRunes()];
            if (points.Length <= overlap)
            {
                yield return new(string.Concat(points), points.Length);
                continue;
            }

            foreach (var point in points)
            {
                yield return new(point.ToString(), 1);
            }
        }
    }

    /// <param name="Length">In code points.</param>
    private readonly record struct Element(string Text, int Length);
}
