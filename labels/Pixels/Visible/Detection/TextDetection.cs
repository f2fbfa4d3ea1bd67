using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>A region of text in one picture, or in several that show the same pixels.</summary>
/// <param name="Pictures">Pictures that show it; at least one.</param>
/// <param name="Box">In pixels of the frame.</param>
internal sealed record TextDetection(IReadOnlyList<Picture> Pictures, Box Box, Polarity Polarity)
{
    private const int MaxParts = 32;

    public TimeSpan From => Pictures[0].Time;

    /// <summary>How far the text is from <see cref="Box"/> in each picture; null if it is still.</summary>
    public IReadOnlyList<(int X, int Y)>? Shifts { get; init; }

    /// <summary>
    /// Returns a region from all pictures that hold it whole, moved with the text. Of many pictures some, evenly spaced: more add no
    /// information.
    /// </summary>
    public IReadOnlyList<Primaries> Parts(Box region)
    {
        var step = (Pictures.Count + MaxParts - 1) / MaxParts;
        return
        [
            .. Pictures.Select((picture, at) => (Picture: picture, At: at, Box: At(region, at)))
                .Where(part => part.At % step == 0 && IsWithin(part.Picture, part.Box))
                .Select(static part => part.Picture.Crop(part.Box)),
        ];
    }

    /// <summary>Returns this detection in the picture of another one, whose own place is less exact; that one if it is not known.</summary>
    public TextDetection Moved(TextDetection other)
    {
        var at = Pictures.Index().Where(picture => picture.Item == other.Pictures[0]).Select(static picture => picture.Index)
            .DefaultIfEmpty(-1).First();
        return at < 0 ? other : other with { Box = At(Box, at) };
    }

    private Box At(Box region, int picture) => Shifts is { } shifts ? region.Shifted(shifts[picture].X, shifts[picture].Y) : region;

    private static bool IsWithin(Picture picture, Box box) =>
        box.X >= 0 && box.Y >= 0 && box.Right <= picture.Width && box.Bottom <= picture.Height;
}

/// <summary>Whether text is brighter or darker than its surroundings.</summary>
internal enum Polarity
{
    Bright,
    Dark,
}
