namespace AiLabels.Pixels.Frames;

/// <summary>Splits concatenated JPEG images.</summary>
internal static class JpegStream
{
    /// <summary>An end of image and a start of image: within an image no marker follows the end (ISO/IEC 10918-1, B.1.1.5).</summary>
    private static ReadOnlySpan<byte> Seam => [0xFF, 0xD9, 0xFF, 0xD8];

    public static IEnumerable<byte[]> Split(byte[] images)
    {
        for (var start = 0; start < images.Length;)
        {
            var seam = images.AsSpan(start).IndexOf(Seam);
            var end = seam < 0 ? images.Length : start + seam + 2;
            yield return images[start..end];
            start = end;
        }
    }
}
