namespace AiLabels.Pixels.Frames;

/// <summary>Quarter turns and mirroring of a picture: x' = A·x + C·y, y' = B·x + D·y, each 0 or ±1.</summary>
internal readonly record struct QuarterTurn(int A, int B, int C, int D)
{
    public static QuarterTurn None { get; } = new(1, 0, 0, 1);

    public bool IsOnItsSide => A == 0;

    /// <summary>Reads the first two columns of the matrix of tkhd, ISO/IEC 14496-12 clause 8.3.2.3.</summary>
    /// <returns>The nearest quarter turn; none for a matrix that is not one.</returns>
    public static QuarterTurn Nearest(double a, double b, double c, double d)
    {
        var isOnItsSide = Math.Abs(b) + Math.Abs(c) > Math.Abs(a) + Math.Abs(d);
        var turn = isOnItsSide
            ? new QuarterTurn(0, Math.Sign(b), Math.Sign(c), 0)
            : new QuarterTurn(Math.Sign(a), 0, 0, Math.Sign(d));
        return (turn.A * turn.D) - (turn.B * turn.C) == 0 ? None : turn;
    }

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y), (B * x) + (D * y));
}
