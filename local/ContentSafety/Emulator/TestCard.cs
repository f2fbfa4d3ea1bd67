namespace Local.ContentSafety.Emulator;

/// <summary>
/// Three upright stripes of equal width: magenta, the category's colour, the severity's grey. Large plain areas stay what they are
/// through scaling, chroma subsampling and lossy codecs; three of them in this order are no accident.
/// </summary>
internal static class TestCard
{
    // Far from any neighbour's colour (255 away in some channel), and further than codecs and colour matrices move a plain area.
    private const int Tolerance = 64;

    private static readonly Colour Magenta = new(255, 0, 255);

    private static readonly (Colour Colour, string Category)[] Categories =
    [
        (new(255, 0, 0), "Hate"),
        (new(0, 0, 255), "SelfHarm"),
        (new(255, 255, 0), "Sexual"),
        (new(0, 255, 255), "Violence"),
    ];

    private static readonly (Colour Colour, int Severity)[] Greys =
    [
        (new(0, 0, 0), 2),
        (new(128, 128, 128), 4),
        (new(255, 255, 255), 6),
    ];

    /// <summary>The severity that the card shows; nothing for any other picture.</summary>
    public static IReadOnlyDictionary<string, int> Read(Picture picture)
    {
        var found = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (left, middle, right) = (Stripe(picture, 0), Stripe(picture, 1), Stripe(picture, 2));
        if (left.IsNear(Magenta)
            && Categories.FirstOrDefault(candidate => middle.IsNear(candidate.Colour)) is { Category: { } category }
            && Greys.FirstOrDefault(candidate => right.IsNear(candidate.Colour)) is { Severity: > 0 and var severity })
        {
            found.Add(category, severity);
        }

        return found;
    }

    /// <summary>The mean colour of the stripe, without the borders where codecs blur.</summary>
    private static Colour Stripe(Picture picture, int index)
    {
        var width = picture.Width / 3;
        var (from, to) = ((index * width) + (width / 4), ((index + 1) * width) - (width / 4));
        long red = 0, green = 0, blue = 0, count = 0;
        for (var y = picture.Height / 8; y < picture.Height - (picture.Height / 8); y++)
        {
            for (var x = from; x < to; x++)
            {
                var pixel = picture.Pixel(x, y);
                red += pixel[0];
                green += pixel[1];
                blue += pixel[2];
                count++;
            }
        }

        return new Colour((int)(red / count), (int)(green / count), (int)(blue / count));
    }

    private readonly record struct Colour(int Red, int Green, int Blue)
    {
        public bool IsNear(Colour other) =>
            Math.Abs(Red - other.Red) < Tolerance && Math.Abs(Green - other.Green) < Tolerance && Math.Abs(Blue - other.Blue) < Tolerance;
    }
}
