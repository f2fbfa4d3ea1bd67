using System.Globalization;
using VideoGate.Safety;

namespace VideoGate.Tests.Safety;

public sealed class TextPartsTests
{
    private const int Limit = 40;
    private const int Overlap = 10;

    private static readonly string[] Alphabet = ["a", "视", " ", "\n", "🎬", "é", "e\u0301", "👩‍👩‍👧‍👦", "🇨🇳", "\ud83d", "\udc4d"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Split_AnyText_GivesPartsWithinTheLimit(int seed) =>
        Assert.All(TextParts.Split(Text(seed), Limit, Overlap), part => Assert.InRange(part.EnumerateRunes().Count(), 1, Limit));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Split_AnyText_HidesNothingAtASeam(int seed)
    {
        var text = WellFormed(Text(seed));
        int[] starts = StringInfo.ParseCombiningCharacters(text);

        var parts = TextParts.Split(text, Limit, Overlap).ToList();

        // Text that fits into an overlap is whole in one part, wherever it begins.
        Assert.All(starts, start => Assert.Contains(parts, part => part.Contains(Window(text, starts, start), StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Split_AnyText_CutsNoCharacterInTwo(int seed)
    {
        var text = WellFormed(Text(seed));
        var whole = StringInfo.GetTextElementEnumerator(text);
        HashSet<string> elements = [];
        while (whole.MoveNext())
        {
            elements.Add(whole.GetTextElement());
        }

        Assert.All(TextParts.Split(text, Limit, Overlap), part =>
        {
            var first = StringInfo.GetNextTextElement(part);
            var last = part[StringInfo.ParseCombiningCharacters(part)[^1]..];
            Assert.Contains(first, elements);
            Assert.Contains(last, elements);
        });
    }

    [Fact]
    public void Split_TextWithinTheLimit_IsOnePart() => Assert.Equal(["a 视 🎬"], TextParts.Split("a 视 🎬"));

    [Fact]
    public void Split_Nothing_IsNoPart() => Assert.Empty(TextParts.Split(""));

    [Fact]
    public void Split_OneCharacterPiledUpWithoutEnd_IsCutAllTheSame()
    {
        var parts = TextParts.Split("a" + new string('\u0301', 100), Limit, Overlap).ToList();

        Assert.All(parts, part => Assert.InRange(part.Length, 1, Limit));
        Assert.True(parts.Count > 2);
    }

    private static string Text(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, random.Next(1, 200)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
    }

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    /// <summary>Returns whole characters from <paramref name="start"/>, at most the guaranteed size of an overlap.</summary>
    private static string Window(string text, int[] starts, int start)
    {
        var end = start;
        foreach (var next in starts.Where(next => next > start).Append(text.Length))
        {
            if (text[start..next].EnumerateRunes().Count() > Overlap / 2)
            {
                break;
            }

            end = next;
        }

        return text[start..end];
    }
}
