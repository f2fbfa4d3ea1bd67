namespace AiLabels.Pixels.Frames;

/// <summary>A part of a picture, as shares of its sides.</summary>
internal readonly record struct ShownPart(double X, double Y, double Width, double Height)
{
    private const double Negligible = 1e-4;

    public static ShownPart Whole { get; } = new(0, 0, 1, 1);

    public bool IsWhole => Width > 1 - Negligible && Height > 1 - Negligible;

    public PictureSize Of(PictureSize size) => new(
        Math.Max(1, (int)Math.Round(size.Width * Width)), Math.Max(1, (int)Math.Round(size.Height * Height)));

    /// <summary>Returns the same part of the turned picture.</summary>
    public ShownPart Turned(QuarterTurn turn)
    {
        // Relative to the middle of the picture, which stays where it is.
        var (left, top) = turn.Apply(X - 0.5, Y - 0.5);
        var (right, bottom) = turn.Apply(X + Width - 0.5, Y + Height - 0.5);
        return new(
            Math.Min(left, right) + 0.5, Math.Min(top, bottom) + 0.5, Math.Abs(right - left), Math.Abs(bottom - top));
    }
}
