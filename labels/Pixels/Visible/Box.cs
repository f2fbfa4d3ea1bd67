namespace AiLabels.Pixels.Visible;

/// <summary>A rectangle in pixels from the picture's top left corner.</summary>
public readonly record struct Box(int X, int Y, int Width, int Height)
{
    internal int Right => X + Width;

    internal int Bottom => Y + Height;

    internal double CentreX => X + (Width / 2.0);

    internal double CentreY => Y + (Height / 2.0);

    internal long Area => (long)Width * Height;

    internal static Box Between(int left, int top, int right, int bottom) => new(left, top, right - left, bottom - top);

    internal Box Union(Box other) =>
        Between(Math.Min(X, other.X), Math.Min(Y, other.Y), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    internal Box Times(int factor) => new(X * factor, Y * factor, Width * factor, Height * factor);

    internal Box Shifted(int x, int y) => this with { X = X + x, Y = Y + y };

    /// <summary>Grown on every side and cut at the borders of a picture.</summary>
    internal Box Grown(int by, int width, int height) =>
        Between(Math.Max(0, X - by), Math.Max(0, Y - by), Math.Min(width, Right + by), Math.Min(height, Bottom + by));

    /// <summary>Intersection over union, 0 to 1.</summary>
    internal double Overlap(Box other)
    {
        long width = Math.Min(Right, other.Right) - Math.Max(X, other.X);
        long height = Math.Min(Bottom, other.Bottom) - Math.Max(Y, other.Y);
        return width <= 0 || height <= 0 ? 0 : (double)(width * height) / (Area + other.Area - (width * height));
    }
}
