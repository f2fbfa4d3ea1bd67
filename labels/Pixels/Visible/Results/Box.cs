namespace AiLabels.Pixels.Visible.Results;

/// <summary>A rectangle in pixels from the picture's top left corner.</summary>
public readonly record struct Box(int X, int Y, int Width, int Height)
{
    internal int Right => X + Width;

    internal int Bottom => Y + Height;

    internal long Area => (long)Width * Height;

    internal static Box Between(int left, int top, int right, int bottom) => new(left, top, right - left, bottom - top);

    internal Box Union(Box other) =>
        Between(Math.Min(X, other.X), Math.Min(Y, other.Y), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    internal Box Shifted(int x, int y) => this with { X = X + x, Y = Y + y };

    /// <summary>Expands every side, clipped to the borders of a picture.</summary>
    internal Box Grown(int by, int width, int height) => Grown(by, by, width, height);

    /// <summary>Expands to both sides, upwards and downwards, clipped to the borders of a picture.</summary>
    internal Box Grown(int across, int down, int width, int height) =>
        Between(Math.Max(0, X - across), Math.Max(0, Y - down), Math.Min(width, Right + across), Math.Min(height, Bottom + down));

    /// <summary>Intersection over union, 0 to 1.</summary>
    internal double Overlap(Box other) => Shared(other) is var shared && shared == 0 ? 0 : (double)shared / (Area + other.Area - shared);

    /// <summary>Returns the share of it within another, 0 to 1.</summary>
    internal double ShareIn(Box other) => Area == 0 ? 0 : (double)Shared(other) / Area;

    private long Shared(Box other) =>
        Math.Max(0L, Math.Min(Right, other.Right) - Math.Max(X, other.X)) * Math.Max(
            0L, Math.Min(Bottom, other.Bottom) - Math.Max(Y, other.Y));
}
