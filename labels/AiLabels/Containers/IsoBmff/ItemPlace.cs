namespace AiLabels.Containers.IsoBmff;

/// <summary>Where an item of a meta box lies: parts of the file, or of the meta box's idat.</summary>
/// <param name="IsInData">Whether the parts are of idat.</param>
/// <param name="Parts">Offset and length of each; a length of 0 reaches to the end.</param>
internal sealed record ItemPlace(bool IsInData, IReadOnlyList<(ulong Offset, ulong Length)> Parts)
{
    /// <summary>Returns the parts as ranges of the file; null if one of them is not within it.</summary>
    /// <param name="start">Offset of the first byte that parts count from.</param>
    /// <param name="length">Number of bytes from there.</param>
    public List<(long Start, long Length)>? In(long start, long length)
    {
        var ranges = new List<(long Start, long Length)>();
        foreach (var (offset, size) in Parts)
        {
            var most = (ulong)length - Math.Min(offset, (ulong)length);
            if (most == 0 || size > most)
            {
                return null;
            }

            ranges.Add((start + (long)offset, (long)(size == 0 ? most : size)));
        }

        return ranges is [] ? null : ranges;
    }
}
