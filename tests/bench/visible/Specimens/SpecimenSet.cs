namespace VideoGate.Bench.Visible.Specimens;

/// <summary>The same clips for the same numbers, whatever was requested before.</summary>
internal static class SpecimenSet
{
    /// <summary>Every other specimen is a negative.</summary>
    public static Specimen Make(int number)
    {
        // Neighbouring seeds give neighbouring first numbers; hashing spreads them.
        var random = new Random(unchecked((int)((uint)number * 2654435761u)));
        var truth = number % 2 == 1 ? Truth.Nothing : random.Next(6) == 0 ? Truth.Trace : Truth.Label;
        var (text, chinese) = Text(truth, random);
        var font = Pick(random, [.. Wardrobe.Fonts.Where(font => font.HasChinese || !chinese)]);
        var (width, height) = Size(random);
        var size = 0.03 + (0.09 * random.NextDouble());
        // A line must fit its picture: Chinese letters are as wide as high, others two thirds of it at most.
        var widest = 0.92 * width / (text.Sum(static letter => letter > 255 ? 1.0 : 0.66) * Math.Min(width, height));
        var isSubtitle = truth == Truth.Nothing && random.Next(2) == 0;
        return new(
            number,
            text,
            truth,
            font,
            Math.Min(size, widest),
            isSubtitle ? Place.Bottom : Pick(random, Enum.GetValues<Place>()),
            Pick(random, Wardrobe.Inks),
            Pick(random, Wardrobe.Backgrounds),
            width,
            height,
            random.Next(18, 41),
            random.Next(10) switch { 0 => Motion.Scrolling, 1 => Motion.Hopping, _ => Motion.Still },
            random.Next(8) switch
            {
                0 => Showing.FirstSecond,
                1 => Showing.FirstTwoSeconds,
                2 => Showing.LastTwoSeconds,
                _ => Showing.Always
            },
            4 + random.Next(2));
    }

    private static (string Text, bool Chinese) Text(Truth truth, Random random)
    {
        var chinese = random.Next(3) > 0;
        return truth switch
        {
            Truth.Trace => Pick(random, Wardrobe.Marks),
            Truth.Label => (Pick(random, chinese ? Wardrobe.ChineseLabels : Wardrobe.EnglishLabels), chinese),
            _ => (Pick(random, chinese ? Wardrobe.ChineseTalk : Wardrobe.EnglishTalk), chinese),
        };
    }

    private static (int Width, int Height) Size(Random random)
    {
        var at = random.Next(Wardrobe.Sizes.Sum(static size => size.Weight));
        foreach (var (width, height, weight) in Wardrobe.Sizes)
        {
            if ((at -= weight) < 0)
            {
                return (width, height);
            }
        }

        throw new InvalidOperationException("Weights add up to more than their sum.");
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
