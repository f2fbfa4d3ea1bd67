namespace AiLabels.Pixels.Frames;

/// <summary>One decoded picture, upright, planar 4:2:0, BT.601 full range as in JPEG.</summary>
/// <param name="Time">Presentation time from the start of the video.</param>
/// <param name="Width">Width in pixels after rotation and scaling; even.</param>
/// <param name="Height">Height in pixels after rotation and scaling; even.</param>
/// <param name="Luma">Brightness, full range 0 to 255, row by row: <paramref name="Width"/> × <paramref name="Height"/> bytes.</param>
/// <param name="Cb">Blue difference, a quarter of the samples.</param>
/// <param name="Cr">Red difference, a quarter of the samples.</param>
public sealed record Frame(
    TimeSpan Time, int Width, int Height, ReadOnlyMemory<byte> Luma, ReadOnlyMemory<byte> Cb, ReadOnlyMemory<byte> Cr);
