using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Similarity of two planes of strokes of one size.</summary>
internal static class InkLikeness
{
    /// <summary>Minimum similarity of the same ink, regardless of its background.</summary>
    public const double Same = 0.5;

    /// <summary>Minimum similarity of ink that is hard to tell from its background.</summary>
    public const double Possible = 0.3;

    /// <summary>Normalised cross-correlation, -1 to 1; 0 if one of them is constant.</summary>
    public static double Of(Plane one, Plane other)
    {
        long sumOne = 0, sumOther = 0, squaresOne = 0, squaresOther = 0, products = 0;
        for (var y = 0; y < one.Height; y++)
        {
            var (left, right) = (VectorOps.Sums(one.Row(y), other.Row(y)), VectorOps.Sums(other.Row(y), one.Row(y)));
            (sumOne, squaresOne, products) = (sumOne + left.Sum, squaresOne + left.Squares, products + left.Products);
            (sumOther, squaresOther) = (sumOther + right.Sum, squaresOther + right.Squares);
        }

        double count = one.Samples.Length;
        var shared = products - (sumOne * (double)sumOther / count);
        var spread = Math.Sqrt((squaresOne - (sumOne * (double)sumOne / count)) * (squaresOther - (sumOther * (double)sumOther / count)));
        return spread > 0 ? shared / spread : 0;
    }
}
