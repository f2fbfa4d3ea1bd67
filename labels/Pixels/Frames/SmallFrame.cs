namespace AiLabels.Pixels.Frames;

/// <summary>One decoded picture at small size, upright, brightness only.</summary>
/// <param name="Time">Presentation time from the start of the video.</param>
/// <param name="Luma">Brightness row by row; 0 to 255 or 16 to 235, as the video is coded.</param>
public sealed record SmallFrame(TimeSpan Time, int Width, int Height, ReadOnlyMemory<byte> Luma);
