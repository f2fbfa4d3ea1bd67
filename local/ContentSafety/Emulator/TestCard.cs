using SkiaSharp;

namespace VideoGate.Local.ContentSafety.Emulator;

/// <summary>
/// Three upright stripes of equal width: magenta, the category's colour, the severity's grey. Large plain areas survive scaling, chroma
/// subsampling and lossy codecs; three of them in this order do not occur by accident.
/// </summary>
internal static class TestCard
{
    // Smaller than the distance between colours (255 in some channel), larger than the error that codecs and colour matrices add to a plain
    // area.
    private const int Tolerance = 64;

    private static readonly SKColor Magenta = new(255, 0, 255);

    private static readonly Dictionary<SKColor, string> Categories = new()
    {
        [new(255, 0, 0)] = "Hate",
        [new(0, 0, 255)] = "SelfHarm",
        [new(255, 255, 0)] = "Sexual",
        [new(0, 255, 255)] = "Violence",
    };

    private static readonly Dictionary<SKColor, int> Greys =
        new() { [new(0, 0, 0)] = 2, [new(128, 128, 128)] = 4, [new(255, 255, 255)] = 6 };

    /// <summary>Returns the severity that the card shows; empty for any other picture.</summary>
    public static IReadOnlyDictionary<string, int> Read(SKBitmap picture)
    {
        var (left, middle, right) = (Stripe(picture, 0), Stripe(picture, 1), Stripe(picture, 2));
        var category = Categories.FirstOrDefault(candidate => AreNear(candidate.Key, middle)).Value;
        var severity = Greys.FirstOrDefault(candidate => AreNear(candidate.Key, right)).Value;
        return AreNear(Magenta, left) && category is not null && severity > 0
            ? new Dictionary<string, int> { [category] = severity }
            : new Dictionary<string, int>();
    }

    /// <summary>Returns the mean colour of the stripe, without the borders that codecs blur.</summary>
    private static SKColor Stripe(SKBitmap picture, int index)
    {
        var (width, height) = (picture.Width / 3, picture.Height);
        using var stripe = new SKBitmap();
        picture.ExtractSubset(stripe, SKRectI.Create((index * width) + (width / 4), height / 8, width / 2, height * 3 / 4));
        using var mean = stripe.Resize(new SKSizeI(1, 1), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return mean.GetPixel(0, 0);
    }

    private static bool AreNear(SKColor one, SKColor other) =>
        Math.Abs(one.Red - other.Red) < Tolerance
        && Math.Abs(one.Green - other.Green) < Tolerance
        && Math.Abs(one.Blue - other.Blue) < Tolerance;
}
