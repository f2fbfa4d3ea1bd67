using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Recognition;

/// <summary>A line of text in one frame.</summary>
/// <param name="Box">In pixels of the frame, with a margin around the letters.</param>
internal sealed record ScannedLine(Frame Frame, Box Box, RecognizedText Read)
{
    /// <summary>Minimum similarity of the same letters over the same picture.</summary>
    private const double SamePixels = 0.9;

    /// <summary>Minimum share of letters in the same order.</summary>
    private const double SameWords = 0.8;

    public TimeSpan Time => Frame.Time;

    public string Text => Read.Text;

    public double Confidence => Read.Confidence;

    /// <summary>Returns true if another frame shows the same pixels at this place.</summary>
    public bool IsIn(Frame other) => other.Width == Frame.Width && other.Height == Frame.Height && LikenessIn(other) > SamePixels;

    /// <summary>Returns true for the same words at the same place, or a part of them.</summary>
    public bool IsLike(ScannedLine other) => Text == other.Text
        || ((Box.Overlap(other.Box) > 0.5 || Box.ShareIn(other.Box) > 0.8)
            && ApproximateSearch.Likeness(Text, other.Text) >= SameWords);

    /// <summary>Normalised cross-correlation of the brightness of another frame at this place, of every other sample, -1 to 1.</summary>
    public double LikenessIn(Frame other)
    {
        long sumOne = 0, sumOther = 0, squaresOne = 0, squaresOther = 0, products = 0, count = 0;
        for (var y = Box.Y; y < Box.Bottom; y += 2)
        {
            var one = Frame.Luma.Span.Slice((y * Frame.Width) + Box.X, Box.Width);
            var two = other.Luma.Span.Slice((y * Frame.Width) + Box.X, Box.Width);
            for (var x = 0; x < one.Length; x += 2)
            {
                int left = one[x], right = two[x];
                (sumOne, sumOther, count) = (sumOne + left, sumOther + right, count + 1);
                (squaresOne, squaresOther) = (squaresOne + (left * left), squaresOther + (right * right));
                products += left * right;
            }
        }

        var shared = products - (sumOne * (double)sumOther / count);
        var spread = Math.Sqrt((squaresOne - (sumOne * (double)sumOne / count)) * (squaresOther - (sumOther * (double)sumOther / count)));
        return spread > 0 ? shared / spread : 1;
    }
}
